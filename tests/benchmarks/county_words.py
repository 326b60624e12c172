"""The words that a made-up county is written with: names that nothing real has, and what is employed where."""

from collections.abc import Iterator
from itertools import count

_PLACE_STARTS = ("Skarv", "Lom", "Tverr", "Alke", "Kval", "Storm", "Teist", "Hegre", "Mus", "Rav", "Tind", "Ulve")
_PLACE_ENDS = ("øya", "neset", "dalen", "vika", "sundet", "heimen", "botn", "strand", "lia", "åsen", "mo", "fjell")
_NAME_STARTS = (
    "Alm", "Berg", "Brat", "Dal", "Eike", "Fager", "Fjell", "Gran", "Grøn", "Hav", "Hassel", "Horn", "Is", "Kalv",
    "Kirk", "Klok", "Lang", "Lind", "Lyng", "Mel", "Mjel", "Nes", "Nord", "Ore", "Osp", "Raud", "Rogn", "Rund", "Røn",
    "Sand", "Selje", "Sjø", "Skog", "Sol", "Stein", "Sund", "Svart", "Tang", "Torsk", "Vind",
)  # fmt: skip
_NAME_ENDS = (
    "bakken", "berget", "bø", "eid", "eng", "feltet", "gard", "haug", "hei", "holm", "kleiv", "krok", "land", "li",
    "lund", "myr", "os", "rud", "set", "skjær", "stad", "tun", "tveit", "vang", "voll",
)  # fmt: skip
_BRANCHES = (
    "Bygg", "Regnskap", "Fisk", "Mekaniske", "Handel", "Transport", "Hotell", "Data", "Elektro", "Tre", "Omsorg",
    "Gard", "Energi", "Renhold", "Maskin", "Mat", "Rør", "Oppvekst", "Havbruk", "Industri", "Reiser", "Verft", "Betong",
)  # fmt: skip
_SPREAD = 7_368_787
"""A prime that none of the numbers of names divides: neighbours in the list are not neighbours in the alphabet."""

COUNTRY, COUNTY = "Lomriket", "Skarvfylket"
REGIONS = ("Ytre Skarv", "Indre Skarv", "Midtre Skarv", "Nordre Skarv", "Søndre Skarv")
MUNICIPALITIES = tuple(f"{_PLACE_STARTS[at % 12]}{_PLACE_ENDS[(at * 5 + at // 12) % 12]}" for at in range(30))

COUNTY_BODIES = {
    f"{COUNTY} fylkeskommune": "fylkeskommune",
    "Universitetet i Skarv": "universitet",
    "Skarv fagskole": "fagskole",
    "Skarvsykehuset HF": "helseforetak",
    "Arbeidsgiverne i Skarv": "arbeidsgiverorganisasjon",
    "Fagforbundene i Skarv": "arbeidstakerorganisasjon",
}

TOPMOST = "yrkesaktive"
SECTORS = {
    "helse- og omsorgsarbeidere": ("sykepleiere", "helsefagarbeidere", "vernepleiere", "fysioterapeuter", "jordmødre"),
    "oppvekstarbeidere": ("barnehagelærere", "grunnskolelærere", "barneveiledere", "spesialpedagoger"),
    "kontorarbeidere": ("saksbehandlere", "regnskapsførere", "systemutviklere", "arkivarer"),
    "industriarbeidere": ("prosessoperatører", "industrimekanikere", "sveisere", "automatikere"),
    "anleggsarbeidere": ("tømrere", "rørleggere", "anleggsmaskinførere", "elektrikere"),
    "servicearbeidere": ("butikkmedarbeidere", "kundebehandlere", "renholdere"),
    "reiselivsarbeidere": ("kokker", "servitører", "resepsjonister"),
    "hav- og landarbeidere": ("røktere", "fiskere", "gårdsarbeidere", "skogsarbeidere"),
}
"""Target groups in three levels: the topmost over the sectors, each over its own."""

FIELDS = {
    "helsefag": ("sykepleie", "eldreomsorg", "psykisk helse"),
    "oppvekstfag": ("barnehagepedagogikk", "spesialpedagogikk"),
    "økonomi og administrasjon": ("regnskap", "ledelse", "offentlig forvaltning"),
    "tekniske fag": ("automasjon", "sveising", "bygg og anlegg", "elkraft"),
    "datafag": ("programmering", "informasjonssikkerhet"),
    "havbruk og landbruk": ("oppdrett", "skogbruk"),
    "reiseliv og service": ("kokkefag", "vertskap"),
}
"""Fields of education, each over narrower ones."""

_HEALTH, _CHILDREN, _OFFICE, *_TRADES = SECTORS
EMPLOYED_ELSEWHERE = (_OFFICE,)
EMPLOYED_BY_TYPE = {
    "bedrift": (_TRADES[1], _TRADES[2], _TRADES[0], _TRADES[3], _OFFICE, _TRADES[4], _HEALTH, _CHILDREN),
    "kommune": (_HEALTH, _CHILDREN, _OFFICE),
    "helseforetak": (_HEALTH, _OFFICE),
    "videregående skole": (_CHILDREN, _OFFICE),
    "studieforbund": (_CHILDREN, _OFFICE),
    "opplæringskontor": (_TRADES[1], _TRADES[0]),
    "næringshage": (_OFFICE, _TRADES[4]),
    "bibliotek": (_OFFICE, _CHILDREN),
}
"""For a type of organisation the sectors that it employs, the commonest first; all others employ EMPLOYED_ELSEWHERE."""

OTHER_TYPES = ("videregående skole", "studieforbund", "opplæringskontor", "kurstilbyder", "næringshage", "bibliotek")
GATHERED_TYPES = ("bedrift", "kommune", "videregående skole", "fagskole", "universitet", "NAV-kontor", "næringsliv")
MEDIA = ("direkte kontakt", "andres møter", "egne arrangement", "media", "møter", "veiledning")
NETWORK_TYPES = ("fagnettverk", "klynge", "partnerskap")
PROGRAMME_TYPES = ("prosjekt", "delpilot", "tilskuddsordning", "strategi", "omstillingsprogram")
DOCUMENTS = ("Skarvmeldingen", "Nettverkskartleggingen", "Fylkets egne nettsider")


def regions_of(place: int) -> tuple[str, ...]:
    """The regions of a municipality, by its number: each region has large and small ones; the last lies in two."""
    region = REGIONS[place % len(REGIONS)]
    return (region, REGIONS[0]) if place == len(MUNICIPALITIES) - 1 else (region,)


def company_names() -> Iterator[str]:
    """Names of companies without end, no two alike: 'Almbakken Bygg', later 'Almbakken & Solvang Bygg'."""
    families = len(_NAME_STARTS) * len(_NAME_ENDS)
    alone = families * len(_BRANCHES)
    together = families * alone
    for number in count():
        if number < alone:
            branch, family = divmod(number * _SPREAD % alone, families)
            yield f"{_family(family)} {_BRANCHES[branch]}"
        else:
            rest, first = divmod((number - alone) * _SPREAD % together, families)
            branch, second = divmod(rest, families)
            yield f"{_family(first)} & {_family(second)} {_BRANCHES[branch]}"


def _family(number: int) -> str:
    end, start = divmod(number, len(_NAME_STARTS))
    return f"{_NAME_STARTS[start]}{_NAME_ENDS[end]}"
