"""The first sheet of a template: how to fill in the others. No load reads it."""

from collections.abc import Sequence
from typing import Any

from graph_model.kind import Kind, Node
from graph_model.new_file import height, print_whole
from graph_model.text import Lang, Text
from loaders.asides import GUIDE
from loaders.examples import MARK
from loaders.tables import column_letter
from loaders.template_columns import type_labels

_TITLE = Text("Slik fyller du ut arbeidsboken", "How to fill in this workbook")
_PARAGRAPHS = (
    Text(
        "Fyll ut de arkene du har noe å skrive i, og la de andre stå tomme. Hver rad er én ting, eller sier at to ting "
        "hører sammen.",
        "Fill in the sheets that you have something for, and leave the others empty. Each row is one thing, or says "
        "that two things belong together.",
    ),
    Text(
        "Begynn med arkene for det som finnes: regioner, aktører, nettverk, målgrupper. Arkene for hvordan det henger "
        "sammen, trengs bare når kolonnene der ikke er nok, for eksempel når en plassering gjaldt i en viss tid.",
        "Begin with the sheets for what exists: regions, actors, networks, target groups. The sheets for how it "
        "belongs together are needed only where the columns there do not do, as where something held for a time.",
    ),
    Text(
        "Hold pekeren over en overskrift for å se hva kolonnen inneholder. Kolonner og ark du ikke trenger, kan du "
        "slette.",
        "Point at a header to see what its column holds. You may delete columns and sheets that you do not need.",
    ),
    Text(
        "Raden som begynner med «{mark}», viser hvordan det kan se ut. Den blir ikke lest inn. Skriv under den, eller "
        "slett den.",
        "The row that begins with '{mark}' shows what it may look like. It is not loaded. Write below it, or delete "
        "it.",
    ),
    Text(
        "Skriv et navn likt hver gang. Flere navn i én celle skilles med semikolon (;).",
        "Write a name the same way each time. Separate several names in one cell with a semicolon (;).",
    ),
    Text(
        "Skriv datoer som 2024, 2024-09 eller 2024-09-12. Er en dato ikke kjent, la cellen være tom.",
        "Write dates as 2024, 2024-09 or 2024-09-12. Where a date is not known, leave the cell empty.",
    ),
    Text(
        "Kolonnene til høyre i hvert ark sier hvor opplysningen kommer fra. Det som står der, vises i svarene.",
        "The columns at the right of each sheet say where a statement comes from. Answers show what stands there.",
    ),
    Text(
        "Skriv aldri noe om enkeltpersoner: ikke navn, telefonnummer, private adresser eller fødselsnummer.",
        "Never write anything about persons: no names, telephone numbers, private addresses or identity numbers.",
    ),
    Text(
        "Kontroller arbeidsboken med «kompetansegraf check FIL», og les den inn med «kompetansegraf load FIL».",
        "Check the workbook with 'kompetansegraf check FILE', and load it with 'kompetansegraf load FILE'.",
    ),
)
_NODES = Text("Ark for det som finnes", "Sheets for what exists")
_RELATIONS = Text("Ark for hvordan det henger sammen", "Sheets for how it belongs together")
_TYPES = Text("Typer av aktører", "Types of actor")
_TEXT_WIDTH = 80
_TYPES_AT = 3
"""The column in which the types of actor stand, from 0."""


def write_guide(book: Any, kinds: Sequence[type[Kind]], lang: Lang) -> str:
    """Write the sheet.

    Parameters
    ----------
    book: the workbook, which has no sheet yet.
    kinds: those that get a sheet, nodes first.
    lang: the language.

    Returns
    -------
    The cells that hold the types of actor, as a drop-down refers to them.
    """
    sheet = book.add_worksheet(GUIDE.to(lang))
    print_whole(sheet)
    bold, heading = book.add_format({"bold": True, "font_size": 14}), book.add_format({"bold": True})
    wrapped, plain = book.add_format({"text_wrap": True, "valign": "top"}), book.add_format({"valign": "top"})
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, _TEXT_WIDTH, wrapped)
    sheet.set_column(_TYPES_AT, _TYPES_AT, 30)
    left = [(_TITLE.to(lang), "", bold)]
    left += [("", text.to(lang).format(mark=MARK.to(lang)), wrapped) for text in _PARAGRAPHS]
    for title, some in ((_NODES, True), (_RELATIONS, False)):
        left += [("", "", None), (title.to(lang), "", heading)]
        left += [(k.sheet.label.to(lang), k.about.to(lang), plain) for k in kinds if issubclass(k, Node) is some]
    types = [_TYPES.to(lang), *type_labels(lang)]
    # Row by row: the writer keeps none that is past.
    for row in range(max(len(left), len(types))):
        name, said, form = left[row] if row < len(left) else ("", "", None)
        sheet.set_row(row, height([said], [_TEXT_WIDTH]))
        sheet.write_string(row, 0, name, form)
        sheet.write_string(row, 1, said, wrapped)
        if row < len(types):
            sheet.write_string(row, _TYPES_AT, types[row], plain if row else heading)
    letter = column_letter(_TYPES_AT)
    return f"='{GUIDE.to(lang)}'!${letter}$2:${letter}${len(types)}"
