"""Facts that begin later change no earlier answer, whatever is asked."""

import dataclasses
import itertools

import hypothesis

from graph_model.relations import HeldAt
from graph_model.statements import RelationClaim, SourceClaims
from queries.question import all_questions
from tests.lists import in_memory
from tests.queries.all_askings import answered, givens
from tests.queries.random_graphs import OF_WORLDS, WORLDS

LATER = 2031
TIMES = ("2020", "2021-06-15", "2022-03")
ASKED = 12


def begins_later(claim: RelationClaim, year: int) -> RelationClaim:
    """The same relation once more, from a year on."""
    values = {name: value for name, value in claim.values.items() if name not in ("since", "until", "status")}
    return dataclasses.replace(claim, values={**values, "since": str(year)})


def with_more(claims: SourceClaims) -> SourceClaims:
    """A world with every relation once more, later; a position's own dates would follow from where it is held."""
    again = [claim for claim in claims.relations if claim.kind is not HeldAt]
    more = [begins_later(claim, LATER + at) for at, claim in enumerate(again)]
    return dataclasses.replace(claims, relations=[*claims.relations, *more])


@OF_WORLDS
@hypothesis.given(claims=WORLDS)
def test_later_facts_change_no_earlier_answer(claims: SourceClaims) -> None:
    before, after = in_memory([claims]), in_memory([with_more(claims)])
    rows = 0
    for question in all_questions().values():
        for given, time in zip(itertools.islice(givens(before, question), ASKED), itertools.cycle(TIMES), strict=False):
            one, other = answered(before, question, given, time), answered(after, question, given, time)
            assert one, given
            assert other, given
            assert list(one.rows) == list(other.rows), (question.id, given, time)
            rows += len(one.rows)
    assert rows
