"""The time that an answer is for, as its first line says it."""

from graph_model.text import Lang, Text, date_in_words
from graph_model.values import today

_AS_OF = Text("Slik det var {}:", "As it was on {}:")
_IN_TIME = Text("Slik det var i {}:", "As it was in {}:")
_TODAY = Text("Slik det er i dag, {}:", "As it is today, {}:")
_ALWAYS = Text("For alle tider:", "For all times:")


def moment(as_of: str, lang: Lang) -> str:
    """The time in words, as 'As it is today, 2026-11-25:'."""
    if as_of == "all":
        return _ALWAYS.to(lang)
    text = _TODAY if as_of == today().isoformat() else _AS_OF if as_of.count("-") == 2 else _IN_TIME
    return text.to(lang).format(date_in_words(as_of, lang))
