"""What the loaded lists leave open, line by line."""

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text as Styled

from graph_model.problems import shortened
from graph_model.text import Lang, Text, listed
from queries.gaps import Gap

_SHOWN, _LONGEST = 5, 60
_LINE = Text("{about}: {count} av {of}", "{about}: {count} of {of}")
_NONE = Text("Ingen hull i det som er lest inn.", "No gaps in what is loaded.")


def show_gaps(out: Console, lang: Lang, gaps: Iterable[Gap]) -> None:
    """Print what is missing: of what, in how many, which these are, and what to do."""
    found = [gap for gap in gaps if gap.lacking]
    for gap in found:
        about = gap.about.to(lang)
        out.print(_LINE.to(lang).format(about=about, count=gap.lacking, of=gap.of), style="bold")
        names = listed([shortened(name, _LONGEST) for name in gap.names], lang, most=_SHOWN)
        out.print(Padding(Styled(f"{names}\n{gap.remedy.to(lang)}"), (0, 0, 0, 2)))
    if not found:
        out.print(_NONE.to(lang))
