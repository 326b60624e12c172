"""What a made-up county is about: fields of education, needs, offerings and collaborations, and who pays for what."""

from collections.abc import Sequence

from tests.benchmarks import county_words as words
from tests.benchmarks.county_lists import Chance, Lists
from tests.benchmarks.county_ties import Body, Ties

_LEVELS = ("kurs", "høyere yrkesfaglig utdanning", "universitet og høyskole", "videregående opplæring")
_DELIVERY = ("på nett", "samlinger", "desentralisert", "på campus")
_STATUSES = ("pågår", "pågår", "pågår", "avsluttet", "planlagt", "forsøkt", "")
_ABOUT = ("dialog", "utvikling", "gjennomføring", "finansiering")
_MOST_PARTIES = 12
_GROUPS = tuple(group for sector, some in words.SECTORS.items() for group in (sector, *some))


class Matters:
    """Writes the lists of what is needed, offered and worked on; what is written first, later rows name."""

    def __init__(self, lists: Lists, chance: Chance, bodies: Sequence[Body], ties: Ties) -> None:
        """Write for these organisations, and for what binds them, which is written already."""
        self._lists = lists
        self._chance = chance
        self._bodies = bodies
        self._public = [body.name for body in bodies if body.type != "bedrift"]
        self._standing = [*ties.programmes, *ties.positions, *ties.networks]
        self._fields = [field for broad, narrow in words.FIELDS.items() for field in (broad, *narrow)]
        self._needs: list[str] = []
        self._offerings: list[str] = []

    def write_fields(self) -> None:
        """The fields of education in two levels."""
        for broad, narrow in words.FIELDS.items():
            self._lists.row("fagfelt", navn=broad, overordnet_fagfelt="")
            for field in narrow:
                self._lists.row("fagfelt", navn=field, overordnet_fagfelt=broad)
            self._count(BROADER=len(narrow))

    def write_needs(self, count: int) -> None:
        """Needs, of public bodies for the most part; some say where they are, the others leave it to whose they are."""
        for number in range(count):
            field, group, places = self._field(), self._group(0.5), self._places(0.4)
            whose = self._actor() if self._chance.happens(0.7) else self._chance.rng.choice(self._bodies).name
            name = f"behov for {field} {number + 1}"
            self._lists.row(
                "behov",
                navn=name,
                hvem=whose,
                fagfelt=field,
                nivå=self._level(0.4),
                målgruppe=group,
                region="; ".join(places),
                status=self._chance.rng.choice(("udekket", "udekket", "forsøkt dekket", "dekket", "")),
                **self._chance.dates(0.5, 0.1),
            )
            self._needs.append(name)
            self._count(NEEDS=1, IN_FIELD=1, FOR=bool(group), HELD_IN=len(places))

    def write_offerings(self, count: int) -> None:
        """Offerings of few large providers and many small ones; few sources say which need an offering meets."""
        for number in range(count):
            field, group, places = self._field(), self._group(0.6), self._places(0.85)
            meets = self._chance.rng.choice(self._needs) if self._chance.happens(0.1) else ""
            provider = self._actor() if self._chance.happens(0.9) else ""
            name = f"{field.capitalize()} {number + 1}"
            self._lists.row(
                "tilbud",
                navn=name,
                nivå=self._level(0.9),
                fagfelt=field,
                målgruppe=group,
                region="; ".join(places),
                tilbys_av=provider,
                gjennomføring=self._chance.media(_DELIVERY),
                studiepoeng=self._chance.rng.choice(("", "", 10, 15, 30, 60, 180)),
                status=self._chance.rng.choice(_STATUSES),
                **self._chance.dates(0.7, 0.25),
                dekker_behov=meets,
            )
            self._offerings.append(name)
            self._count(IN_FIELD=1, FOR=bool(group), HELD_IN=len(places), MEETS=bool(meets), OFFERS=bool(provider))

    def write_collaborations(self, count: int) -> None:
        """Collaborations: most of two or three, few of many, of whom some are programmes, positions and networks."""
        for number in range(count):
            parties = {self._party(): None for _ in range(2 + self._chance.skewed(_MOST_PARTIES - 1, 1.2))}
            field, places = self._field() if self._chance.happens(0.6) else "", self._places(0.5)
            some = self._offerings if self._chance.happens(0.7) else self._needs
            result = self._chance.rng.choice(some) if some and self._chance.happens(0.2) else ""
            self._lists.row(
                "samarbeid",
                navn=f"Samarbeid {number + 1}",
                gjelder=self._chance.rng.choice(_ABOUT),
                nivå=self._chance.rng.choice(("strategisk", "operativt", "")),
                status=self._chance.rng.choice(_STATUSES),
                parter="; ".join(parties),
                region="; ".join(places),
                fagfelt=field,
                **self._chance.dates(0.7, 0.3),
                førte_til=result,
            )
            self._count(TAKES_PART_IN=len(parties), HELD_IN=len(places), IN_FIELD=bool(field), RESULTED_IN=bool(result))

    def write_funding(self, count: int) -> None:
        """Who pays for an offering; each offering at most once."""
        for offering in self._chance.rng.sample(self._offerings, min(count, len(self._offerings))):
            amount = 10_000 * int(self._chance.rng.paretovariate(1))
            self._lists.row("finansiering", finansiert_av=self._actor(), finansierer=offering, beløp=amount)
            self._count(FUNDS=1)

    def _actor(self) -> str:
        return self._public[self._chance.skewed(len(self._public), 0.8)]

    def _party(self) -> str:
        if self._standing and self._chance.happens(0.15):
            return self._chance.rng.choice(self._standing)
        return self._actor() if self._chance.happens(0.7) else self._chance.rng.choice(self._bodies).name

    def _field(self) -> str:
        return self._fields[self._chance.skewed(len(self._fields), 0.7)]

    def _group(self, share: float) -> str:
        return _GROUPS[self._chance.skewed(len(_GROUPS), 0.7)] if self._chance.happens(share) else ""

    def _level(self, share: float) -> str:
        return _LEVELS[self._chance.skewed(len(_LEVELS))] if self._chance.happens(share) else ""

    def _places(self, share: float) -> list[str]:
        """One or two places, municipalities for the most part, in a share of the cases."""
        if not self._chance.happens(share):
            return []
        some = words.MUNICIPALITIES if self._chance.happens(0.6) else (*words.REGIONS, words.COUNTY)
        return self._chance.rng.sample(some, self._chance.rng.choice((1, 1, 1, 2)))

    def _count(self, **relations: int) -> None:
        self._lists.relations.update(relations)
