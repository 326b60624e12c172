"""The workbook to fill in: made of the catalogue, readable as it is, and filled in with other programs."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from graph_model import catalogue
from graph_model.actor_types import ActorTypeCode
from graph_model.kind import Kind, Node, Relation
from graph_model.problems import Refusal
from graph_model.statements import Statement
from graph_model.text import LANGUAGES, Lang
from graph_model.values import Choice, PartialDate
from loaders.asides import GUIDE
from loaders.column_readers import reader_of_column
from loaders.examples import MARK, example, example_cells
from loaders.headings import ID, LOADED, targets_of
from loaders.template import write_template
from tests.lists import made_up_county, said, trondelag
from tests.loaders.reading import Rows, outcome, read, saved_by_libreoffice, told, write

KINDS = [pytest.param(kind, id=kind.kind()) for kind in LOADED]


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> Lang:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, lang: Lang) -> Path:
    file = tmp_path_factory.mktemp("mal") / "mal.xlsx"
    write_template(file, lang)
    return file


@pytest.fixture(scope="module")
def book(template: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(template)


def columns(sheet: Worksheet) -> dict[str, int]:
    """The number of each column, from 1, by its header."""
    return {str(cell.value): at for at, cell in enumerate(sheet[1], start=1)}


class TestSheets:
    def test_a_guide_then_nodes_then_relations(self, book: openpyxl.Workbook, lang: Lang) -> None:
        first, *others = book.sheetnames
        assert first == GUIDE.to(lang)
        assert others == [kind.sheet.label.to(lang) for kind in LOADED]
        is_relation = [issubclass(kind, Relation) for kind in LOADED]
        assert is_relation == sorted(is_relation)

    @pytest.mark.parametrize("kind", KINDS)
    def test_headers_explain_themselves(self, book: openpyxl.Workbook, lang: Lang, kind: type[Kind]) -> None:
        sheet = book[kind.sheet.label.to(lang)]
        targets = [target for target in targets_of(kind) if target is not ID]
        assert list(columns(sheet)) == [target.heading.label.to(lang) for target in targets]
        for cell, target in zip(sheet[1], targets, strict=True):
            assert cell.comment
            prop = kind.props().get(target.field)
            assert not prop or prop.about.to(lang) in cell.comment.text
            assert not prop or not prop.unit or prop.unit.to(lang) in cell.comment.text
            base = target.value.base if target.value else str
            if issubclass(base, Choice):
                assert all(choice.label.to(lang) in cell.comment.text for choice in base)
            assert not target.required or {"nb": "Må fylles ut", "en": "Required"}[lang] in cell.comment.text
        assert sheet.freeze_panes == "B2"

    @pytest.mark.parametrize("kind", KINDS)
    def test_what_is_no_amount_is_entered_as_text(self, book: openpyxl.Workbook, lang: Lang, kind: type[Kind]) -> None:
        """Else a spreadsheet makes a date of 2020-09, and of section 3.2, and a number of an organisation number."""
        sheet = book[kind.sheet.label.to(lang)]
        formats = {at: some for some in sheet.column_dimensions.values() for at in range(some.min, some.max + 1)}
        for at, target in enumerate((target for target in targets_of(kind) if target is not ID), start=1):
            is_amount = target.value is not None and target.value.base in (int, float)
            assert (formats[at].number_format == "@") is not is_amount
            assert formats[at].width > len(target.heading.label.to(lang))

    @pytest.mark.parametrize("kind", KINDS)
    def test_fixed_values_are_chosen_from_a_list(self, book: openpyxl.Workbook, lang: Lang, kind: type[Kind]) -> None:
        sheet = book[kind.sheet.label.to(lang)]
        found = {next(iter(rule.sqref.ranges)).min_col: rule for rule in sheet.data_validations.dataValidation}
        for target in targets_of(kind):
            if target.value and issubclass(target.value.base, Choice):
                rule = found.pop(columns(sheet)[target.heading.label.to(lang)])
                labels = ",".join(choice.label.to(lang) for choice in target.value.base)
                assert rule.formula1 == f'"{labels}"'
                assert rule.errorStyle == ("information" if target.value.many else None)  # None stops
        for rule in found.values():  # the types of actor, which stand in the guide
            cells = book[GUIDE.to(lang)][rule.formula1.rpartition("!")[2].replace("$", "")]
            assert [cell.value for (cell,) in cells] == [code.label.to(lang) for code in ActorTypeCode]
            assert rule.errorStyle == "information"

    def test_a_date_column_says_how(self, book: openpyxl.Workbook, lang: Lang) -> None:
        for kind in LOADED:
            sheet = book[kind.sheet.label.to(lang)]
            for cell, target in zip(sheet[1], targets_of(kind), strict=False):
                if target.value and target.value.base is PartialDate:
                    assert cell.comment
                    assert "2024-09" in cell.comment.text


class TestExamples:
    @pytest.mark.parametrize("kind", KINDS)
    def test_each_value_can_be_read(self, lang: Lang, kind: type[Kind]) -> None:
        values: dict[str, object] = {}
        for target in targets_of(kind):
            if target is not ID and (cell := example(kind, target, lang)) != "":
                found = reader_of_column(target)(cell)
                assert found
                if target.value and not target.cites:
                    values[target.field] = found
        kind.model_validate(values)

    def test_no_name_is_anybodys(self, lang: Lang) -> None:
        real = {str(one.values["name"]).casefold() for one in said([*made_up_county(), *trondelag()]) if not one.start}
        named = {name.to(lang).casefold() for kind in LOADED if issubclass(kind, Node) for name in kind.examples}
        assert not real & named - {"helsearbeidere", "sykepleiere"}

    def test_a_template_that_nobody_has_filled_in_says_nothing(self, template: Path) -> None:
        found = outcome([template])
        assert (found.problems, found.nodes, found.relations) == ([], [], [])

    @pytest.mark.needs("soffice")
    def test_so_it_does_when_another_program_has_saved_it(self, template: Path, tmp_path: Path) -> None:
        found = outcome([saved_by_libreoffice(template, tmp_path)])
        assert (found.problems, found.nodes, found.relations) == ([], [], [])

    @pytest.mark.parametrize("mark", ["Eksempel: ", "eksempel:", "EXAMPLE: ", "Example :"])
    def test_an_example_that_somebody_wrote_in_is_passed_over_and_told(self, tmp_path: Path, mark: str) -> None:
        rows = [("navn", "type"), (f"{mark}Nes kommune", "kommune"), ("Vik kommune", "kommune")]
        found = read(tmp_path, {"aktører.xlsx": {"aktører": rows}})
        assert [values["name"] for values in found.nodes] == ["Vik kommune"]
        assert found.note.message.code == "skipped-example"
        assert found.note.place
        assert found.note.place.row == 2

    def test_one_that_has_lost_columns_is_still_the_templates(self, tmp_path: Path) -> None:
        first, *_ = example_cells(catalogue.node_kind("Organisation"), "nb")
        found = read(tmp_path, {"aktører.csv": f"navn;andre navn\n{first};\n"})
        assert (found.problems, found.nodes) == ([], [])


def filled(kind: type[Kind], lang: Lang) -> list[tuple[object, ...]]:
    """Rows to fill a sheet with: the example as if it were meant, and what it names above it."""
    first, *others = example_cells(kind, lang)
    rows = [(str(first).removeprefix(f"{MARK.to(lang)} "), *others)]
    if issubclass(kind, Node) and len(kind.examples) > 1:
        rows.append((kind.examples[-1].to(lang),))
    return [tuple(None if cell == "" else cell for cell in row) for row in rows]


class TestFillingIn:
    @pytest.fixture
    def by_hand(self, template: Path, tmp_path: Path, lang: Lang) -> Path:
        """Every sheet filled in below its example, as a script does it."""
        book = openpyxl.load_workbook(template)
        for kind in LOADED:
            for row in filled(kind, lang):
                book[kind.sheet.label.to(lang)].append(row)
        book.save(tmp_path / "utfylt.xlsx")
        return tmp_path / "utfylt.xlsx"

    @pytest.fixture
    def directly(self, tmp_path: Path, lang: Lang) -> set[tuple[object, ...]]:
        """What the same rows say in a workbook that is no template."""
        sheets: dict[str, Rows] = {}
        for kind in LOADED:
            headers = [target.heading.label.to(lang) for target in targets_of(kind) if target is not ID]
            sheets[kind.sheet.label.to(lang)] = [headers, *filled(kind, lang)]
        (tmp_path / "direkte").mkdir()
        return self.said(write(tmp_path / "direkte" / "lister.xlsx", sheets))

    @staticmethod
    def said(file: Path) -> set[tuple[object, ...]]:
        found = outcome([file])
        assert told(found.problems) == []
        return {_content(one) for one in _all(found.plan.change.loaded.values())}

    def test_the_rows_say_what_they_say_elsewhere(self, by_hand: Path, directly: set[tuple[object, ...]]) -> None:
        assert self.said(by_hand) == directly
        assert {kind for kind, *_ in directly} >= {kind.kind() for kind in LOADED}

    @pytest.mark.needs("soffice")
    def test_so_they_do_when_another_program_has_saved_them(
        self, by_hand: Path, directly: set[tuple[object, ...]], tmp_path: Path
    ) -> None:
        assert self.said(saved_by_libreoffice(by_hand, tmp_path)) == directly


def _all(some: object) -> list[Statement]:
    assert not isinstance(some, str)
    return [one for statements in some for one in statements]  # type: ignore[attr-defined]


def _content(one: Statement) -> tuple[object, ...]:
    return one.kind, one.key, one.start, one.end, str(sorted(one.values.items())), one.origin


class TestFile:
    def test_nothing_is_overwritten(self, tmp_path: Path) -> None:
        file = tmp_path / "mal.xlsx"
        file.write_text("mitt")
        with pytest.raises(Refusal) as refused:
            write_template(file, "nb")
        assert codes(refused.value) == ["file-exists"]
        assert file.read_text() == "mitt"

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(Refusal) as refused:
            write_template(tmp_path / "ny" / "mal.xlsx", "nb")
        assert codes(refused.value) == ["file-unwritable"]

    def test_a_name_of_another_sort_of_file(self, tmp_path: Path) -> None:
        with pytest.raises(Refusal) as refused:
            write_template(tmp_path / "mal.xls", "nb")
        assert codes(refused.value) == ["wrong-ending"]
        assert list(tmp_path.iterdir()) == []


def codes(refusal: Refusal) -> Sequence[str]:
    return [problem.message.code for problem in refusal.problems]
