"""The remarks that rows of answers carry: their codes, their words, and the notes that explain them."""

from collections.abc import Iterator, Sequence

from graph_model.text import Text
from queries.answer import Column, Row

FLAGS = {
    "narrower": Text("snevrere gruppe", "narrower group"),
    "broader": Text("videre gruppe", "broader group"),
    "wider": Text("større område", "wider region"),
    "elsewhere": Text("hører til et annet sted", "based elsewhere"),
    "by type": Text("bare etter type", "by type only"),
    "time unknown": Text("tid ukjent", "time unknown"),
    "said met": Text("oppgitt som dekket", "said to be met"),
}
_NOTES = {
    "narrower": Text("gjelder en gruppe som hører under denne.", "holds for a group that falls under this one."),
    "broader": Text("gjelder en større gruppe som denne hører under.", "holds for a group that this one falls under."),
    "wider": Text("gjelder et område som regionen ligger i.", "holds for an area that the region lies in."),
    "elsewhere": Text("virker et annet sted, men når noen her.", "works elsewhere, but reaches somebody here."),
    "by type": Text(
        "når arbeidsgivere av en type, uten at noen av dem er nevnt ved navn.",
        "reaches employers of a type, none of which is named.",
    ),
    "time unknown": Text("listene sier ikke når dette gjelder.", "the lists do not say when this holds."),
    "said met": Text(
        "listene sier at behovet er dekket, men ikke av hvilket tilbud.",
        "the lists say that the need is met, but by no offering that they name.",
    ),
}
_NOTE = Text("{flag}: {note}", "{flag}: {note}")


def flags_column() -> Column:
    """The column of the remarks."""
    return Column("flags", Text("Merknader", "Remarks"), codes=FLAGS, brief="below")


def notes_on(rows: Sequence[Row]) -> Iterator[Text]:
    """What each of the remarks that rows have means."""
    remarks = {flag for row in rows for flag in row.values["flags"]}
    for flag in (flag for flag in FLAGS if flag in remarks):
        yield _NOTE.filled(flag=FLAGS[flag], note=_NOTES[flag])
