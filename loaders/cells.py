"""What a cell holds, read as the type that a field has: text, numbers and dates as Norwegian offices write them."""

import datetime as dt
import re
from collections.abc import Callable
from functools import cache, partial

from pydantic_core import PydanticCustomError

from graph_model import messages
from graph_model.names import folded, nearest
from graph_model.problems import Message
from graph_model.text import LANGUAGES, Text
from graph_model.values import Choice, OrganisationNumber, PartialDate, RegionNumber, SharedMailbox, WebAddress
from loaders.tables import CellValue

_NOTHING = {
    *("-", "–", "—", "--", "?", "n/a", "na", "i/a", "null", "none"),
    *("ukjent", "ikke kjent", "ikke oppgitt", "unknown", "not known"),
}
_LONGEST_NOTHING = max(map(len, _NOTHING))
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[ .][0-9]{3})*(?:,[0-9]+)?|-?[0-9]+(?:[.,][0-9]+)?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
_MONTH = re.compile(r"([0-9]{1,2})[./]([0-9]{4})")
_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_TIME = re.compile(r"(?<=[0-9]{2})[T ][0-9]{2}:[0-9]{2}[0-9:.]*Z?$")
_SERIAL_DAYS = range(20_000, 80_000)
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2}")
# \d, since digits of other scripts may make up such a number too.
_NATIONAL_ID = re.compile(r"(?<!\d)(\d\d)[ .-]?(\d\d)[ .-]?\d\d(?:\d\d(?=[ .-]))?[ .-]{0,3}\d{3} ?\d\d(?!\d)")
_AS_NUMBER = re.compile(r"(?!0)\d+(?:[.,]\d+)?(?:[Ee]\+?\d{1,2})?")
_SHORTEST_NATIONAL_ID = len("1,01E+9")
_ORGANISATION_NUMBER = re.compile(r"(?:org[a-z]*:?)?(?:NO)?([0-9]{9})(?:MVA)?", re.IGNORECASE)
_MAIL_ADDRESS = re.compile(r"(?:mailto:|<)?([^\s<>;,:()/]+@[^\s<>;,:()/]+)>?", re.IGNORECASE)
_BEFORE_AT = re.compile(r"([^\s<>;,:()/]+)@")


class BadCell(Exception):
    """A cell that cannot be read as what its column holds; ``blocks`` is False where it is only left out."""

    def __init__(self, message: Message, *, blocks: bool = True, **values: object) -> None:
        super().__init__(message.code)
        self.message = message
        self.blocks = blocks
        self.values = values


def text_of(cell: CellValue) -> str | None:
    """A cell as text; None where it says that nothing is known.

    Raises
    ------
    BadCell: it holds what may be a national identity number.
    """
    if cell is None:
        return None
    text = shown(cell)
    if is_national_id(text):
        raise BadCell(messages.NATIONAL_ID)
    return None if len(text) <= _LONGEST_NOTHING and folded(text) in _NOTHING else text


def shown(cell: CellValue) -> str:
    """A cell as its text stands in a list, on one line."""
    return (cell.isoformat() if isinstance(cell, dt.date) else str(cell)).replace("\n", " ")


def is_national_id(text: str) -> bool:
    """Whether a text holds eleven digits that begin with a date, as national identity numbers do (and D-numbers).

    A spreadsheet that takes such a number for an amount drops the zero in front, adds decimals or rounds it.
    """
    if len(text) < _SHORTEST_NATIONAL_ID:
        return False
    dates: list[tuple[str, str]] = _NATIONAL_ID.findall(text)
    if _AS_NUMBER.fullmatch(text) and 1e9 <= (number := float(text.replace(",", "."))) < 1e11:
        digits = f"{int(number):011}"
        dates.append((digits[:2], digits[2:4]))
    return any(0 < int(day) % 40 <= 31 and 0 < int(month) % 40 <= 12 for day, month in dates)


def split(cell: CellValue, *, also_by: str = "") -> list[str]:
    """The values of a cell that may hold several: on lines, between semicolons, and between the signs given."""
    text = cell if isinstance(cell, str) else shown(cell)
    for sign in f"\n{also_by}":
        text = text.replace(sign, ";")
    return [part for part in map(str.strip, text.split(";")) if part]


def organisation_number(cell: CellValue) -> str:
    """Nine digits, however they are spaced or adorned; what has another shape is left to the model to judge.

    Raises
    ------
    BadCell: a spreadsheet has rounded it.
    """
    text = re.sub(r"[\s.–-]", "", _whole(cell))
    if re.search(r"[0-9][Ee]\+?[0-9]", text):
        raise BadCell(messages.NUMBER_IN_SCIENTIFIC_FORM, value=shown(cell))
    found = _ORGANISATION_NUMBER.fullmatch(text)
    return found[1] if found else text


def region_number(cell: CellValue) -> str:
    """An official number, with the zero that spreadsheets take from its front: 301 is 0301."""
    text = _whole(cell).replace(" ", "")
    return f"0{text}" if re.fullmatch("[0-9]|[0-9]{3}", text) else text


def _whole(cell: CellValue) -> str:
    """A cell as text, without the decimals that programs give to whole numbers: 5001.0 is 5001."""
    whole = re.fullmatch(r"([0-9]+)[.,]0{1,2}", shown(cell))
    return whole[1] if whole else shown(cell)


def partial_date(cell: CellValue) -> str:
    """A date with its precision, in ISO 8601, from '2020', '2020-09', '09.2020', '12.6.2020' or a date cell.

    Raises
    ------
    BadCell: it is none of these, or its century or the order of day and month is not certain.
    """
    text = _TIME.sub("", _whole(cell))
    if re.fullmatch("[0-9]{5}", text) and int(text) in _SERIAL_DAYS:
        meant = dt.date(1899, 12, 30) + dt.timedelta(days=int(text))
        raise BadCell(messages.DATE_AS_SERIAL, value=text, meant=f"{meant:%d.%m.%Y}")
    if _SHORT_YEAR.fullmatch(text):
        raise BadCell(messages.DATE_SHORT_YEAR, value=text)
    if parts := _DAY_FIRST.fullmatch(text):
        return _day_first(text, int(parts[1]), parts[2], int(parts[3]), parts[4])
    if parts := _MONTH.fullmatch(text):
        return f"{parts[2]}-{int(parts[1]):02}"
    if _ISO.fullmatch(text):
        return text
    raise BadCell(messages.BAD_DATE, value=text)


def _day_first(text: str, day: int, sign: str, month: int, year: str) -> str:
    # Slashes stand in dates of both orders.
    if sign == "/" and day != month and day <= 12 and month <= 12:
        one, other = f"{day:02}.{month:02}.{year}", f"{month:02}.{day:02}.{year}"
        raise BadCell(messages.DATE_ORDER_UNCERTAIN, value=text, one=one, other=other)
    return f"{year}-{month:02}-{day:02}"


def amount(cell: CellValue) -> float:
    """A number that says how much or how many.

    Raises
    ------
    BadCell: it is no number, or less than zero.
    """
    value = number(cell)
    if value < 0:
        raise BadCell(messages.BELOW_ZERO, value=shown(cell))
    return value


def number(cell: CellValue) -> float:
    """A number with decimal comma or point, and with spaces or points between its thousands.

    Raises
    ------
    BadCell: it is no number, or not a finite one that is exact.
    """
    text = shown(cell).replace("\u2212", "-")
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        value = float(cell)
    elif _GROUPED.fullmatch(text):
        thousands = "," in text or re.fullmatch(r"-?[0-9]{1,3}(?:[.][0-9]{3})+", text)
        value = float(text.replace(" ", "").replace(".", "" if thousands else ".").replace(",", "."))
    else:
        raise BadCell(messages.BAD_NUMBER, value=text)
    if abs(value) >= 2**53:
        raise BadCell(messages.NUMBER_TOO_LARGE, value=text)
    return value


def whole_number(cell: CellValue) -> int:
    """A number without a fraction.

    Raises
    ------
    BadCell: it has one, or is negative.
    """
    value = number(cell)
    if not value.is_integer() or value < 0:
        raise BadCell(messages.NOT_A_COUNT, value=shown(cell))
    return int(value)


def mailbox(cell: CellValue) -> str:
    """The address of a shared mailbox, also where it is written as a link; what is no address the model judges.

    Raises
    ------
    BadCell: an address in it seems a person's, and is left out.
    """
    text = shown(cell)
    _leave_out_persons(text)
    alone = _MAIL_ADDRESS.fullmatch(text)
    return alone[1] if alone else text


def web_address(cell: CellValue) -> str:
    """The address of a page, which the model judges.

    Raises
    ------
    BadCell: it is the mail address of a person, and is left out.
    """
    _leave_out_persons(shown(cell))
    return shown(cell)


def _leave_out_persons(text: str) -> None:
    for before in _BEFORE_AT.findall(text):
        try:
            SharedMailbox.check(f"{before}@example.org")
        except PydanticCustomError:
            raise BadCell(messages.PERSONAL_ADDRESS, blocks=False) from None


def choice(cell: CellValue, choices: type[Choice]) -> Choice:
    """One of a fixed list, by any of its words, without regard to case.

    Raises
    ------
    BadCell: it is none of them.
    """
    text = shown(cell)
    by_word = _by_word(choices)
    if member := by_word.get(folded(text)):
        return member
    allowed = Text(*(", ".join(member.label.to(lang) for member in choices) for lang in LANGUAGES))
    if near := nearest(text, by_word, most=1):
        nearest_label = by_word[near[0]].label
        raise BadCell(messages.UNKNOWN_CHOICE_NEAR, value=text, nearest=nearest_label, allowed=allowed)
    raise BadCell(messages.UNKNOWN_CHOICE, value=text, allowed=allowed)


@cache
def _by_word(choices: type[Choice]) -> dict[str, Choice]:
    return {folded(word): member for member in reversed(choices) for word in reversed(member.words)}


_READERS: dict[type, Callable[[CellValue], object]] = {
    OrganisationNumber: organisation_number,
    RegionNumber: region_number,
    PartialDate: partial_date,
    SharedMailbox: mailbox,
    WebAddress: web_address,
    float: amount,
    int: whole_number,
    str: shown,
}


@cache
def reader_of(base: type) -> Callable[[CellValue], object]:
    """The function that reads cells as values of a field's type; it may raise BadCell."""
    return partial(choice, choices=base) if issubclass(base, Choice) else _READERS[base]
