"""A made-up county as a folder of lists: of any size, skewed as real ones are, the same for the same seed."""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks import county_words as words
from tests.benchmarks.county_lists import Chance, Lists
from tests.benchmarks.county_matters import Matters
from tests.benchmarks.county_ties import Body, Ties

FEWEST_ORGANISATIONS, FEWEST_RELATIONS_EACH = 300, 6
_EMPLOYMENT, _MOBILISATION = 0.62, 0.04
"""The shares of the relations that are left when all else is given; memberships are the rest."""
_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)


def write_county(folder: Path, organisations: int = 10_000, relations: int = 60_000, seed: int = 1) -> Counter[str]:
    """Write the lists of a county into a folder, which is made; returns how many relations of each kind they give.

    Parameters
    ----------
    folder: where the lists are written, row by row.
    organisations: how many there are; networks, programmes, needs, offerings and the like in proportion.
    relations: how many there are of all kinds.
    seed: the same seed gives the same lists.

    Raises
    ------
    ValueError: a county cannot be that small.
    """
    if organisations < FEWEST_ORGANISATIONS or relations < organisations * FEWEST_RELATIONS_EACH:
        raise ValueError(f"at least {FEWEST_ORGANISATIONS} organisations, {FEWEST_RELATIONS_EACH} relations for each")
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as files:
        lists, chance = Lists(folder, files), Chance(seed)
        for document in words.DOCUMENTS:
            lists.row("kilder", navn=document, type="dokument", utgiver=f"{words.COUNTY} fylkeskommune")
        _write_regions(lists)
        _write_groups(lists)
        bodies = _write_organisations(lists, chance, organisations)
        ties = Ties(lists, chance, bodies)
        ties.write_programmes(organisations // 100)
        ties.write_networks(organisations // 33)
        ties.write_positions(organisations // 50)
        matters = Matters(lists, chance, bodies, ties)
        matters.write_fields()
        matters.write_needs(organisations // 40)
        matters.write_offerings(organisations // 25)
        matters.write_collaborations(organisations // 30)
        matters.write_funding(organisations // 100)
        left = relations - lists.relations.total()
        _write_employment(lists, chance, bodies, left * _EMPLOYMENT / organisations)
        ties.write_mobilisation(int(left * _MOBILISATION))
        ties.write_memberships(relations - lists.relations.total())
    return lists.relations


def _write_regions(lists: Lists) -> None:
    wholes = {words.COUNTRY: "", words.COUNTY: words.COUNTRY, **dict.fromkeys(words.REGIONS, words.COUNTY)}
    for at, (name, whole) in enumerate(wholes.items()):
        kind = ("land", "fylke", "region")[min(at, 2)]
        lists.row("regioner", navn=name, type=kind, kommunenummer="", del_av=whole)
    for place, name in enumerate(words.MUNICIPALITIES):
        regions = words.regions_of(place)
        lists.row("regioner", navn=name, type="kommune", kommunenummer=9901 + place, del_av="; ".join(regions))
        lists.relations["PART_OF"] += len(regions)
    lists.relations["PART_OF"] += len(wholes) - 1


def _write_groups(lists: Lists) -> None:
    lists.row("malgrupper", navn=words.TOPMOST, overordnet_gruppe="")
    for sector, groups in words.SECTORS.items():
        lists.row("malgrupper", navn=sector, overordnet_gruppe=words.TOPMOST)
        for group in groups:
            lists.row("malgrupper", navn=group, overordnet_gruppe=sector)
        lists.relations["BROADER"] += 1 + len(groups)


def _write_organisations(lists: Lists, chance: Chance, count: int) -> list[Body]:
    bodies: list[Body] = []
    for at, body in enumerate(_organisations(chance, count)):
        branch_of = chance.rng.choice(bodies).name if body.type == "bedrift" and chance.happens(0.02) else ""
        lists.row(
            "aktorer",
            navn=body.name,
            type=body.type,
            organisasjonsnummer=_organisation_number(at) if chance.happens(0.6) else "",
            kommune=words.MUNICIPALITIES[body.place],
            dekker=body.covers,
            del_av=branch_of,
            **chance.dates(0.3, 0.05),
        )
        bodies.append(body)
        lists.relations["LOCATED_IN"] += 1
        lists.relations["OF_TYPE"] += 1
        lists.relations["COVERS"] += bool(body.covers)
        lists.relations["PART_OF"] += bool(branch_of)
    return bodies


def _organisations(chance: Chance, count: int) -> Iterator[Body]:
    """The public bodies of the county, then all others: enterprises for the most part, in the large municipalities."""
    public = list(_public_bodies())
    yield from public
    companies = words.company_names()
    for number in range(count - len(public)):
        place, name = chance.skewed(len(words.MUNICIPALITIES), 1.1), next(companies)
        if chance.happens(0.07):
            kind = words.OTHER_TYPES[chance.skewed(len(words.OTHER_TYPES))]
            yield Body(f"{name.rpartition(' ')[0]} {kind} {number}", kind, place)
        else:
            yield Body(name, "bedrift", place)


def _public_bodies() -> Iterator[Body]:
    for place, name in enumerate(words.MUNICIPALITIES):
        yield Body(f"{name} kommune", "kommune", place)
        yield Body(f"NAV {name}", "NAV-kontor", place)
    for place, region in enumerate(words.REGIONS):
        yield Body(f"{region} regionråd", "regionråd", place, region)
        yield Body(f"Karrieresenter {region}", "karrieresenter", place, region)
        yield Body(f"{region} næringsforening", "næringsforening", place, region)
    for name, kind in words.COUNTY_BODIES.items():
        yield Body(name, kind, 0, words.COUNTY)


def _write_employment(lists: Lists, chance: Chance, bodies: list[Body], mean: float) -> None:
    """What each employs, by its type: an enterprise a few groups of one sector, a public body many of several."""
    for body in bodies:
        sectors = words.EMPLOYED_BY_TYPE.get(body.type, words.EMPLOYED_ELSEWHERE)
        if body.type == "bedrift":
            sectors = (sectors[chance.skewed(len(sectors), 0.8)],)
        groups = [group for sector in sectors for group in (sector, *words.SECTORS[sector])]
        throws = len(groups) if len(sectors) > 1 else 1 + int(chance.rng.expovariate(1 / (mean - 0.5)))
        for at in {chance.skewed(len(groups)): None for _ in range(throws)}:
            staff = int(chance.rng.paretovariate(1)) if chance.happens(0.5) else ""
            dates = chance.dates(0.15, 0.1)
            lists.row("ansatte", arbeidsgiver=body.name, målgruppe=groups[at], antall_ansatte=staff, **dates)
            lists.relations["EMPLOYS"] += 1


def _organisation_number(at: int) -> str:
    """Nine digits with a right check digit; they begin with 1, as no real number does. Some have none."""
    digits = f"{10_000_000 + at}"
    check = -sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11
    return f"{digits}{check}" if check < 10 else ""
