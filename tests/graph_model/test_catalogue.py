"""Every kind declares what is derived from it, in both languages, and no word stands for two things."""

import inspect
import string
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import TypeVar

import ladybug
import pytest

from graph_model import catalogue, messages, roles
from graph_model.embedded import MOST_BYTES
from graph_model.embedded_build import schema
from graph_model.kind import Heading, Kind, Node, Prop, Relation
from graph_model.names import slug
from graph_model.problems import Message
from graph_model.statements import Provenance
from graph_model.text import LANGUAGES, Text
from graph_model.values import Choice, Form

KINDS = list(catalogue.BY_NAME.values())
OURS = ["first_day", "last_day", "statements"]
MESSAGES = [value for value in vars(messages).values() if isinstance(value, Message)]

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind())
each_relation = pytest.mark.parametrize("relation", catalogue.RELATIONS, ids=lambda relation: relation.kind())


T = TypeVar("T")


def subclasses(base: type[T]) -> Iterator[type[T]]:
    for found in base.__subclasses__():
        yield found
        yield from subclasses(found)


CHOICES = list(subclasses(Choice))
each_choice = pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.__name__)


def texts_in(value: object) -> Iterator[Text]:
    """Every text in a declaration, however deep."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Prop):
        yield from texts_in((value.label, value.about, value.unit))
    elif isinstance(value, Heading | tuple | list):
        yield from chain.from_iterable(map(texts_in, value))


def declared(kind: type[Kind]) -> Iterator[object]:
    """What a kind and the kinds that it is made of declare."""
    for base in inspect.getmro(kind):
        yield from (value for name, value in vars(base).items() if not name.startswith("_"))
    for name, prop in kind.props().items():
        yield prop
        yield [choice.label for choice in catalogue.choices(kind, name)]


def plain(text: str) -> str:
    """A word as headers and sheets are compared."""
    return slug(text).replace("-", "")


def columns_of(kind: type[Kind]) -> list[Heading]:
    """The headings of the columns that a kind's sheet may have, without those that cite."""
    ends = [kind.start, kind.end] if issubclass(kind, Relation) else []
    carried = [column.heading for _, column in catalogue.carried_by(kind)] if issubclass(kind, Node) else []
    return [*ends, *(prop.heading for prop in kind.props().values()), *carried]


def repeated(words: Iterator[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ladybug.Connection]:
    """The engine with the catalogue's schema and no data."""
    path = tmp_path_factory.mktemp("schema") / "graph"
    with (
        ladybug.Database(str(path), buffer_pool_size=64 * 2**20, max_db_size=MOST_BYTES) as database,
        ladybug.Connection(database) as connection,
    ):
        for statement in schema():
            connection.execute(statement)
        yield connection


class TestLanguages:
    @each_kind
    def test_every_text_is_there_in_both(self, kind: type[Kind]) -> None:
        texts = list(texts_in(list(declared(kind))))
        assert {kind.label, kind.about, kind.sheet.label} <= set(texts)
        assert all(text.to(lang).strip() for text in texts for lang in LANGUAGES)
        assert kind.about.nb != kind.about.en

    @each_kind
    def test_every_field_is_described(self, kind: type[Kind]) -> None:
        assert list(kind.props()) == list(kind.model_fields)
        for prop in kind.props().values():
            assert prop.about.nb != prop.about.en
            assert all(prop.about.to(lang).endswith(".") for lang in LANGUAGES)

    @each_relation
    def test_a_relation_can_be_read_from_both_ends(self, relation: type[Relation]) -> None:
        for lang in LANGUAGES:
            assert relation.label.to(lang) != relation.inverse.to(lang)
            assert relation.inverse.to(lang)

    @each_choice
    def test_every_choice_is_called_something_in_both(self, choice: type[Choice]) -> None:
        assert all(member.label.to(lang).strip() for member in choice for lang in LANGUAGES)
        assert all(str(member) == f"{member}" == member.value for member in choice)

    @pytest.mark.parametrize("form", list(subclasses(Form)), ids=lambda form: form.__name__)
    def test_every_form_is_described(self, form: type[Form]) -> None:
        assert all(form.label.to(lang).strip() for lang in LANGUAGES)

    @pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.code)
    def test_every_message_says_the_same_in_both(self, message: Message) -> None:
        assert message.code == slug(message.code)
        for text in (message.text, message.remedy):
            named = [{name for _, name, _, _ in string.Formatter().parse(text.to(lang)) if name} for lang in LANGUAGES]
            assert named[0] == named[1]
            assert bool(text.nb) is bool(text.en)
        assert message.text.nb

    def test_no_two_messages_have_one_code(self) -> None:
        assert repeated(message.code for message in MESSAGES) == []


class TestDerived:
    @each_kind
    def test_a_table_with_a_column_for_each_field(self, engine: ladybug.Connection, kind: type[Kind]) -> None:
        columns = [row[1] for row in rows(engine, f"CALL table_info('{kind.kind()}') RETURN *")]
        first = "id" if issubclass(kind, Node) else "key"
        assert columns == [first, *kind.model_fields, *OURS]

    @each_relation
    def test_a_table_for_each_pair_of_kinds(self, engine: ladybug.Connection, relation: type[Relation]) -> None:
        pairs = {(row[0], row[1]) for row in rows(engine, f"CALL show_connection('{relation.kind()}') RETURN *")}
        assert pairs == {(hop.start.kind(), hop.end.kind()) for hop in catalogue.hops(relation)}

    @each_relation
    def test_the_ends_of_a_relation_can_be_met(self, relation: type[Relation]) -> None:
        hops = catalogue.hops(relation)
        assert hops
        assert all(hop.start is hop.end for hop in hops) or not relation.alike

    def test_the_engine_tells_all_names_apart_though_it_ignores_case(self) -> None:
        assert repeated(name.lower() for name in catalogue.BY_NAME) == []
        for kind in KINDS:
            assert repeated(name.lower() for name in ("id", "key", *OURS, *kind.props())) == []

    def test_every_kind_is_found_by_its_name_and_by_its_ids(self) -> None:
        assert all(catalogue.node_kind(kind.kind()) is kind for kind in catalogue.NODES)
        assert all(catalogue.relation_kind(kind.kind()) is kind for kind in catalogue.RELATIONS)
        assert all(catalogue.kind_of(f"{kind.kind().lower()}/x") is kind for kind in catalogue.NODES)

    def test_every_role_is_played_and_met(self) -> None:
        met = {role for relation in catalogue.RELATIONS for role in relation.ends}
        met |= {column.on for relation in catalogue.RELATIONS for column in relation.columns}
        met |= {prop.refers_to for kind in KINDS for prop in kind.props().values() if prop.refers_to}
        declared_roles = {role for role in vars(roles).values() if isinstance(role, type)}
        assert declared_roles <= met
        assert met - declared_roles <= set(KINDS)
        assert all(catalogue.playing(role) for role in declared_roles)

    @each_relation
    def test_a_column_stands_on_the_sheets_of_the_other_end(self, relation: type[Relation]) -> None:
        for column in relation.columns:
            own = relation.ends[column.holds == "start"]
            assert all(issubclass(kind, own) for kind in catalogue.playing(column.on))
            assert catalogue.playing(column.on)

    @each_kind
    def test_what_lasts_names_its_fields(self, kind: type[Kind]) -> None:
        assert set(kind.lasts or ()) <= set(kind.model_fields)
        assert not (issubclass(kind, Node) and kind.named_after) or kind.named_after in kind.model_fields


class TestWords:
    def test_no_word_is_the_name_of_two_sheets(self) -> None:
        assert repeated(word for kind in KINDS for word in {plain(word) for word in kind.sheet.words}) == []

    @each_kind
    def test_no_label_heads_two_columns(self, kind: type[Kind]) -> None:
        cited = [next(iter(field.metadata)).heading for field in Provenance.model_fields.values()]
        labels = ({plain(word) for word in heading.label} for heading in [*columns_of(kind), *cited])
        assert repeated(chain.from_iterable(labels)) == []

    @each_kind
    def test_no_other_word_heads_two_columns(self, kind: type[Kind]) -> None:
        # A label counts before another word, and a column of the kind before one that cites.
        columns = columns_of(kind)
        labels = {plain(word) for heading in columns for word in heading.label}
        others = ({plain(word) for word in heading.also} - labels for heading in columns)
        assert repeated(chain.from_iterable(others)) == []

    @each_relation
    def test_no_word_heads_both_ends(self, relation: type[Relation]) -> None:
        start, end = ({plain(word) for word in heading.words} for heading in (relation.start, relation.end))
        assert not start & end

    @each_choice
    def test_no_word_stands_for_two_values(self, choice: type[Choice]) -> None:
        assert repeated(word for member in choice for word in {word.casefold() for word in member.words}) == []


def rows(connection: ladybug.Connection, cypher: str) -> list[list[object]]:
    result = connection.execute(cypher)
    assert isinstance(result, ladybug.QueryResult)
    return [list(row) for row in result.get_all()]


def test_what_can_be_cited_is_described() -> None:
    for field in Provenance.model_fields.values():
        [prop] = field.metadata
        assert all(text.to(lang).strip() for text in texts_in(prop) for lang in LANGUAGES)
