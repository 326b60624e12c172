"""What is wrong with the headers of a recognised table, and which of its columns are not read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from rapidfuzz.distance import OSA

from graph_model import messages
from graph_model.names import slug
from graph_model.problems import Message, Problem
from graph_model.text import LANGUAGES, Text, listed
from loaders.cells import shown
from loaders.headings import Layout, Target, plain
from loaders.tables import Table

MOST_LISTED = 20
_PERSONAL = re.compile(
    "fodselsn|fodselsd|fodselsar|dateofbirth|birthdate|personn(umme)?r|nationalid|fnr|mobil(?!is)|telefon|tlf|phone|"
    "kontaktperson|contactperson|fornavn|etternavn|firstname|lastname|surname|privatadresse|privatepost|privatemail"
)
_EXPLANATION = re.compile(r"\s*[(\[].*")


def checked(layout: Layout, table: Table) -> tuple[Layout, list[Problem]]:
    """What is wrong with the headers of a table, and the layout in which to look for what else is wrong.

    In that layout a header that is nearly another is taken for it. An error in the headers is of the table and names
    no row: leaving out one row cures it not.
    """
    unknown = [at for at, cell in enumerate(layout.header.cells) if cell is not None and not _is_known(at, layout)]
    personal = {at: None for at in unknown if _PERSONAL.search(plain(shown(layout.header.cells[at])))}
    near = dict(_near([at for at in unknown if at not in personal], layout))
    ignored = [at for at in unknown if at not in near and at not in personal]
    guessed = replace(layout, targets={**layout.targets, **near})
    return guessed, [
        *_errors(layout, near, table),
        *(Problem(messages.MISSING_COLUMN, table.place(), _missing(target, layout)) for target in guessed.required),
        *_left_out(messages.PERSONAL_COLUMNS, list(personal), layout, table),
        *_left_out(messages.IGNORED_COLUMNS, ignored, layout, table),
        *_left_out(messages.COLUMNS_WITHOUT_HEADER, _without_header(layout, table), layout, table),
    ]


def _is_known(at: int, layout: Layout) -> bool:
    return at in layout.targets or at in layout.again


def _errors(layout: Layout, near: dict[int, Target], table: Table) -> Iterator[Problem]:
    for at, earlier in layout.again.items():
        values: dict[str, object] = {"first": layout.title(earlier), "column": layout.title(at)}
        values["meaning"] = layout.targets[earlier].heading.label
        yield Problem(messages.DOUBLE_COLUMN, table.place(0, layout.column(at)), values)
    for at, target in near.items():
        values = {"column": layout.title(at), "nearest": target.heading.label}
        yield Problem(messages.NEAR_COLUMN, table.place(0, layout.column(at)), values)


def _missing(target: Target, layout: Layout) -> dict[str, object]:
    return {"column": target.heading.label, "sheet": layout.kind.sheet.label, "row": layout.header.number}


def _near(unknown: Sequence[int], layout: Layout) -> Iterator[tuple[int, Target]]:
    """The columns whose headers are nearly those of columns that are missing, with what these would give."""
    missing = layout.missing
    for at in unknown:
        header = shown(layout.header.cells[at])
        whole, unexplained = slug(header), slug(_EXPLANATION.sub("", header))
        found = next(
            (target for target in missing if unexplained in _spellings(target) or _is_nearly(whole, target)), None
        )
        if found:
            missing.remove(found)
            yield at, found


@cache
def _spellings(target: Target) -> list[str]:
    return [slug(word) for word in target.heading.words]


def _is_nearly(header: str, target: Target) -> bool:
    """Whether a header, as a slug, is a misspelling of a target's.

    What the table cannot do without is also taken to be meant by a part of its word, and by a header that has its
    word at one end: 'virksomhetsnavn' is the name, and 'gruppe' the target group.
    """
    words = _spellings(target)
    if target.required and any(
        header.startswith(f"{word}-") or header.endswith(word) or (len(header) > 4 and word.endswith(header))
        for word in words
    ):
        return True
    return any(_is_misspelt(header, word) for word in words)


def _is_misspelt(header: str, word: str) -> bool:
    """Whether one letter in five is wrong, but not the first; of a short word one left out, added or swapped."""
    if len(word) < 4 or header[0] != word[0]:
        return False
    wrong = OSA.distance(header, word)
    if len(word) < 6:
        return wrong == 1 and (len(header) != len(word) or sorted(header) == sorted(word))
    return wrong <= len(word) // 5


def _without_header(layout: Layout, table: Table) -> list[int]:
    """The columns that hold something below an empty header; in a text table those beside the header are an error."""
    header = layout.header.cells
    beside = bool(table.sheet)
    blank = [at for at, cell in enumerate(header) if cell is None]
    filled: set[int] = set()
    for line in table.lines:
        if line.number > layout.header.number:
            filled.update(at for at in blank if at < len(line.cells) and line.cells[at] is not None)
            if beside:
                filled.update(at for at in range(len(header), len(line.cells)) if line.cells[at] is not None)
    return sorted(filled)


def _left_out(message: Message, columns: Sequence[int], layout: Layout, table: Table) -> Iterator[Problem]:
    if columns:
        text = Text(*(listed([layout.column(at) for at in columns], lang, MOST_LISTED) for lang in LANGUAGES))
        yield Problem(message, table.place(layout.header.number), {"columns": text}, blocks=False)
