"""What a cell holds, read as the type that a field has: text, numbers and dates as Norwegian offices write them."""

import datetime as dt
import re
from collections.abc import Callable

from graph_model import messages
from graph_model.names import folded, nearest
from graph_model.problems import Message
from graph_model.text import LANGUAGES, Text
from graph_model.values import Choice, OrganisationNumber, PartialDate, RegionNumber
from loaders.tables import CellValue

_NOTHING = {"-", "–", "—", "n/a", "na", "null", "none", "ukjent", "unknown", "ikke kjent", "?"}
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[ .][0-9]{3})*(?:,[0-9]+)?|-?[0-9]+(?:[.,][0-9]+)?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})")
_MONTH = re.compile(r"([0-9]{1,2})[./]([0-9]{4})")
_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_SERIAL_DAYS = range(20_000, 80_000)
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2}")
_NATIONAL_ID = re.compile(r"(?<![0-9])([0-9]{2})([0-9]{2})[0-9]{2} ?[0-9]{5}(?![0-9])")
_ORGANISATION_NUMBER = re.compile(r"(?:NO)?([0-9]{9})(?:MVA)?", re.IGNORECASE)


class BadCell(Exception):
    """A cell that cannot be read as what its column holds."""

    def __init__(self, message: Message, **values: object) -> None:
        super().__init__(message.code)
        self.message = message
        self.values = values


def text_of(cell: CellValue) -> str | None:
    """A cell as text; None where it says that nothing is known.

    Raises
    ------
    BadCell: it holds what may be a national identity number.
    """
    if cell is None:
        return None
    text = cell.isoformat() if isinstance(cell, dt.date) else str(cell)
    if is_national_id(text):
        raise BadCell(messages.NATIONAL_ID)
    return None if folded(text) in _NOTHING else text


def is_national_id(text: str) -> bool:
    """Whether a text holds eleven digits that begin with a date, as national identity numbers do (and D-numbers)."""
    return any(
        0 < int(day) % 40 <= 31 and 0 < int(month) % 40 <= 12 for day, month in _NATIONAL_ID.findall(text)
    )


def split(text: str) -> list[str]:
    """The values of a cell that may hold several, separated by semicolons."""
    return [part.strip() for part in text.split(";") if part.strip()]


def organisation_number(cell: CellValue) -> str:
    """Nine digits, however they are spaced or adorned; what has another shape is left to the model to judge."""
    text = re.sub(r"[\s.]", "", str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell))
    found = _ORGANISATION_NUMBER.fullmatch(text)
    if re.search(r"[0-9][Ee]\+[0-9]", text):
        raise BadCell(messages.NUMBER_IN_SCIENTIFIC_FORM, value=text)
    return found[1] if found else text


def region_number(cell: CellValue) -> str:
    """An official number, with the zero that spreadsheets take from its front: 301 is 0301."""
    text = str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell).replace(" ", "")
    return text if len(text) % 2 == 0 or not re.fullmatch("[0-9]+", text) else f"0{text}"


def partial_date(cell: CellValue) -> str:
    """A date with its precision, in ISO 8601, from '2020', '2020-09', '09.2020', '12.6.2020' or a date cell.

    Raises
    ------
    BadCell: it is none of these, or no day of the calendar, or its century or order is not certain.
    """
    if isinstance(cell, dt.date):
        return cell.isoformat()
    text = str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell)
    if re.fullmatch("[0-9]{5}", text) and int(text) in _SERIAL_DAYS:
        meant = dt.date(1899, 12, 30) + dt.timedelta(days=int(text))
        raise BadCell(messages.DATE_AS_SERIAL, value=text, meant=f"{meant:%d.%m.%Y}")
    if _SHORT_YEAR.fullmatch(text):
        raise BadCell(messages.DATE_SHORT_YEAR, value=text)
    if day := _DAY_FIRST.fullmatch(text):
        iso = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    elif month := _MONTH.fullmatch(text):
        iso = f"{month[2]}-{int(month[1]):02}"
    elif _ISO.fullmatch(text):
        iso = text
    else:
        raise BadCell(messages.BAD_DATE, value=text)
    return iso


def number(cell: CellValue) -> float:
    """A number with decimal comma or point, and with spaces or points between its thousands.

    Raises
    ------
    BadCell: it is no number, or not a finite one that is exact.
    """
    if isinstance(cell, bool) or isinstance(cell, dt.date):
        raise BadCell(messages.BAD_NUMBER, value=cell)
    if isinstance(cell, str):
        text = cell.replace("\u2212", "-")
        if not _GROUPED.fullmatch(text):
            raise BadCell(messages.BAD_NUMBER, value=cell)
        thousands = "," in text or re.fullmatch(r"-?[0-9]{1,3}(?:[.][0-9]{3})+", text)
        text = text.replace(" ", "").replace(".", "" if thousands else ".").replace(",", ".")
        value = float(text)
    else:
        value = float(cell or 0)
    if abs(value) >= 2**53:
        raise BadCell(messages.NUMBER_TOO_LARGE, value=cell)
    return value


def whole_number(cell: CellValue) -> int:
    """A number without a fraction.

    Raises
    ------
    BadCell: it has one, or is negative.
    """
    value = number(cell)
    if not value.is_integer() or value < 0:
        raise BadCell(messages.NOT_A_COUNT, value=cell)
    return int(value)


def choice(text: str, choices: type[Choice]) -> Choice:
    """One of a fixed list, by any of its words, without regard to case.

    Raises
    ------
    BadCell: it is none of them.
    """
    for member in choices:
        if folded(text) in map(folded, member.words):
            return member
    near = nearest(text, [word for member in choices for word in member.label], most=1)
    if near:
        raise BadCell(messages.UNKNOWN_CHOICE_NEAR, value=text, nearest=near[0])
    allowed = Text(*(", ".join(member.label.to(lang) for member in choices) for lang in LANGUAGES))
    raise BadCell(messages.UNKNOWN_CHOICE, value=text, allowed=allowed)


_READERS: dict[type, Callable[[CellValue], object]] = {
    OrganisationNumber: organisation_number,
    RegionNumber: region_number,
    PartialDate: partial_date,
    float: number,
    int: whole_number,
}


def value_of(cell: CellValue, base: type) -> object:
    """A cell as a value of a field's type; None where it says that nothing is known.

    Raises
    ------
    BadCell: it is no such value, or holds what may be a national identity number.
    """
    text = text_of(cell)
    if text is None:
        return None
    if issubclass(base, Choice):
        return choice(text, base)
    reader = _READERS.get(base)
    return reader(cell if not isinstance(cell, str) else text) if reader else text
