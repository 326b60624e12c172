"""What binds a made-up county together: networks, programmes, positions, who runs them, belongs to them, mobilises."""

from collections.abc import Sequence
from typing import NamedTuple

from tests.benchmarks import county_words as words
from tests.benchmarks.county_lists import Chance, Lists, sizes


class Body(NamedTuple):
    """An organisation: its name, its type, the number of its municipality, and the region that it covers, if any."""

    name: str
    type: str
    place: int
    covers: str = ""


class Ties:
    """Writes the lists of what binds organisations, one after the other; what is written first, later rows name."""

    def __init__(self, lists: Lists, chance: Chance, bodies: Sequence[Body]) -> None:
        """Bind these organisations."""
        self._lists = lists
        self._chance = chance
        self._bodies = bodies
        self._public = [body.name for body in bodies if body.type != "bedrift"]
        self._councils = {body.covers: body.name for body in bodies if body.type == "regionråd"}
        self._homes: list[str] = []
        self.networks: list[str] = []
        self.programmes: list[str] = []
        self.positions: list[str] = []
        """The names of those that are written."""

    def write_programmes(self, count: int) -> None:
        """Programmes, some of them parts of others; each is run by a public body and covers a region or none."""
        for number in range(count):
            region = words.REGIONS[self._chance.skewed(len(words.REGIONS), 0.5)]
            name = f"Kompetanseløft {region} {number + 1}"
            whole = self._chance.rng.choice(self.programmes) if self.programmes and self._chance.happens(0.3) else ""
            covers = region if self._chance.happens(0.7) else ""
            runner = (
                self._councils[region]
                if self._chance.happens(0.4)
                else self._public[self._chance.skewed(len(self._public))]
            )
            self._lists.row(
                "programmer",
                navn=name,
                type=words.PROGRAMME_TYPES[self._chance.skewed(len(words.PROGRAMME_TYPES))],
                del_av=whole,
                dekker=covers,
                drives_av=runner,
                **self._chance.dates(0.8, 0.4),
            )
            self.programmes.append(name)
            self._count(PART_OF=bool(whole), COVERS=bool(covers), RUNS=1)

    def write_networks(self, count: int) -> None:
        """A forum for each region, which its council runs and where it met; then networks of other types."""
        for number in range(count):
            forum = number < len(words.REGIONS)
            region = words.REGIONS[number if forum else self._chance.skewed(len(words.REGIONS), 0.5)]
            name = f"Kompetanseforum {region}" if forum else f"{region} nettverk {number + 1}"
            gathered = self._gathered(forum=forum)
            covers = region if forum or self._chance.happens(0.5) else ""
            place = words.MUNICIPALITIES[self._chance.skewed(30)] if not covers and self._chance.happens(0.5) else ""
            dated = not forum and self._chance.happens(0.2)
            runner = self._councils[region] if forum else self._public[self._chance.skewed(len(self._public))]
            self._lists.row(
                "nettverk",
                navn=name,
                type="forum" if forum else words.NETWORK_TYPES[self._chance.skewed(3)],
                etablert=self._chance.rng.randint(2005, 2022) if self._chance.happens(0.6) else "",
                dekker=covers,
                kommune=place,
                samler="; ".join(gathered),
                drives_av="" if dated else runner,
            )
            if dated:
                self._lists.row("drift", aktør=runner, driver=name, **self._chance.dates(1, 0.1))
            self.networks.append(name)
            self._homes.append(region)
            self._count(COVERS=bool(covers), LOCATED_IN=bool(place), GATHERS=len(gathered), RUNS=1)
            if forum:
                self._write_meetings(name)

    def _gathered(self, *, forum: bool) -> list[str]:
        """The types that a network gathers: a forum several, few others any."""
        most = 4 if forum else int(self._chance.happens(0.3))
        return self._chance.rng.sample(words.GATHERED_TYPES, most)

    def _write_meetings(self, forum: str) -> None:
        for year in range(self._chance.rng.randint(2016, 2020), 2025):
            self._lists.row("moter", forum=forum, dato=f"{self._chance.rng.randint(1, 12):02}.{year}")
            self._count(MEETING_OF=1)

    def write_positions(self, count: int) -> None:
        """Positions at programmes and at public bodies, some with a region of their own."""
        for number in range(count):
            at_programme = self.programmes and self._chance.happens(0.6)
            host = self._chance.rng.choice(self.programmes if at_programme else self._public)
            covers = self._chance.rng.choice(words.REGIONS) if self._chance.happens(0.4) else ""
            name = f"Kompetansekoordinator {number + 1}"
            self._lists.row("stillinger", navn=name, ved=host, dekker=covers)
            self.positions.append(name)
            self._count(HELD_AT=1, COVERS=bool(covers))

    def write_mobilisation(self, count: int) -> None:
        """Who mobilises whom: groups, organisations by name, types, networks; with and without regions."""
        groups = [group for sector, some in words.SECTORS.items() for group in (sector, *some)]
        audiences: Sequence[tuple[float, Sequence[str]]] = (
            (0.45, groups),
            (0.75, [body.name for body in self._bodies]),
            (0.92, words.GATHERED_TYPES),
            (1.0, [*self.networks, *self.programmes]),
        )
        actors = [*self.positions, *self.networks, *self.programmes, *self._public]
        written: set[tuple[str, str]] = set()
        while len(written) < count:
            draw = self._chance.rng.random()
            audience = self._chance.rng.choice(next(some for up_to, some in audiences if draw < up_to))
            actor = actors[self._chance.skewed(len(actors), 0.9)]
            if actor == audience or (actor, audience) in written:
                continue
            written.add((actor, audience))
            places = words.MUNICIPALITIES if self._chance.happens(0.3) else (*words.REGIONS, words.COUNTY)
            regions = self._chance.rng.sample(places, self._chance.rng.choice((0, 0, 0, 1, 1, 2)))
            self._lists.row(
                "mobilisering",
                aktør=actor,
                mobiliserer=audience,
                i_region="; ".join(regions),
                hvordan=self._chance.media(words.MEDIA),
                status=self._chance.rng.choice(("planlagt", "forsøkt")) if self._chance.happens(0.08) else "",
                **self._chance.dates(0.5, 0.2),
                **self._cited(),
            )
        self._count(MOBILISES=count)

    def write_memberships(self, count: int) -> None:
        """Members of councils and of networks: few networks have many members, many have few; most are neighbours."""
        councils = [
            (self._councils[region], body.name)
            for body in self._bodies
            if body.type == "kommune"
            for region in words.regions_of(body.place)
        ]
        for council, municipality in councils:
            self._lists.row("medlemskap", medlem=municipality, medlem_av=council, **self._membership(0))
        near: dict[str, list[str]] = {region: [] for region in words.REGIONS}
        for body in self._bodies:
            for region in words.regions_of(body.place):
                near[region].append(body.name)
        everyone = [body.name for body in self._bodies]
        parts = sizes(count - len(councils), len(self.networks), len(everyone))
        for network, home, size in zip(self.networks, self._homes, parts, strict=True):
            some = near[home] if size < len(near[home]) // 2 else everyone
            self._write_members(network, self._chance.rng.sample(some, size))
        self._count(MEMBER_OF=count)

    def _write_members(self, network: str, members: Sequence[str]) -> None:
        """The leader first, then the others, at times several in a row."""
        at = 0
        while at < len(members):
            step = self._chance.rng.randint(2, 4) if at and self._chance.happens(0.1) else 1
            some = "; ".join(members[at : at + step])
            self._lists.row("medlemskap", medlem=some, medlem_av=network, **self._membership(at))
            at += step

    def _membership(self, at: int) -> dict[str, str]:
        later = "medlem" if self._chance.happens(0.5) else ""
        role = {0: "leder", 1: "sekretariat"}.get(at, later)
        return {"rolle": role, **self._chance.dates(0.5, 0.15), **self._cited()}

    def _cited(self) -> dict[str, str]:
        document = words.DOCUMENTS[self._chance.skewed(len(words.DOCUMENTS))]
        return {"dokument": document, "avsnitt": f"kapittel {self._chance.skewed(5) + 1}"}

    def _count(self, **relations: int) -> None:
        self._lists.relations.update(relations)
