"""The values of answers in words."""

from graph_model.text import Lang, date_in_words, decimal
from queries.answer import Column

_DIGITS, _SHOWN_DIGITS = 4, 3


def header(column: Column, lang: Lang) -> str:
    """The title of a column, with the unit of its numbers where the title does not say it already."""
    unit = unit_beside(column, lang)
    return f"{column.label.to(lang)} ({unit})" if unit else column.label.to(lang)


def unit_beside(column: Column, lang: Lang) -> str:
    """The unit of a column, where it tells more than the title does; else nothing."""
    unit = column.unit.to(lang) if column.unit else ""
    return "" if set(unit.lower().split()) <= set(column.label.to(lang).lower().split()) else unit


def in_words(value: object, column: Column, lang: Lang, between: str) -> str:
    """A value of a column as text: codes in words, lists with something between their items, numbers as one writes."""
    if value is None:
        return ""
    if isinstance(value, list):
        return between.join(in_words(item, column, lang, between) for item in value)
    if isinstance(value, float):
        return number_in_words(value, lang)
    code = column.codes.get(str(value))
    return code.to(lang) if code else str(value)


def number_in_words(value: float, lang: Lang) -> str:
    """A number with decimals as one writes it in a language, to as many of them as tell anything."""
    return decimal(value, lang, _DIGITS)


def as_read(value: object, column: Column, lang: Lang) -> str:
    """A value of a column as a reader sees it: dates as one writes them, fewer decimals, a dash for no number."""
    if isinstance(value, float):
        return decimal(value, lang, _SHOWN_DIGITS)
    if column.unit and value is None:
        return "–"
    return date_in_words(in_words(value, column, lang, ", "), lang)
