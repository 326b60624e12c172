"""The values of answers in words."""

from graph_model.text import Lang
from queries.answer import Column


def in_words(value: object, column: Column, lang: Lang, between: str) -> str:
    """A value of a column as text: codes in words, lists with something between their items, numbers as one writes."""
    if value is None:
        return ""
    if isinstance(value, list):
        return between.join(in_words(item, column, lang, between) for item in value)
    if isinstance(value, float):
        return decimal(value, lang)
    code = column.codes.get(str(value))
    return code.to(lang) if code else str(value)


def decimal(value: float, lang: Lang, digits: int = 15) -> str:
    """A number as one writes it in a language: 2,5 or 2.5; to so many digits."""
    text = f"{value:.{digits}g}"
    return text.replace(".", ",") if lang == "nb" else text
