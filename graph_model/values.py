"""The types of values that facts have beyond Python's own: dates with their precision, numbers, fixed choices."""

import calendar
import datetime as dt
import re
from enum import Enum
from typing import ClassVar, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from graph_model.text import Text

FIRST_DAY = dt.date(1, 1, 1)
LAST_DAY = dt.date(9999, 12, 31)
_PARTIAL = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_SHARED_MAILBOX = re.compile(
    r"(?:firma)?post(?:mottak|kasse)?|kontakt|contact|info|servicetorg|service|resepsjon|sentralbord|kundeservice|admin|"
    r"studie\w*|kurs|opptak|karriere\w*|kompetanse\w*|fagskole\w*|regionr[aå]d\w*|sekretariat\w*|nettverk\w*|forum\w*",
    re.IGNORECASE,
)
_ORGANISATION_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)


def today() -> dt.date:
    """The day that it is where this runs."""
    return dt.datetime.now().astimezone().date()


def first_day(date: str | None) -> dt.date:
    """The first day of a partial date: 2020-09 begins on 1 September 2020. Without a date, the first day there is."""
    return _bounds(date)[0] if date else FIRST_DAY


def last_day(date: str | None) -> dt.date:
    """The last day of a partial date: 2020-09 ends on 30 September 2020. Without a date, the last day there is."""
    return _bounds(date)[1] if date else LAST_DAY


def _bounds(date: str) -> tuple[dt.date, dt.date]:
    parts = _PARTIAL.fullmatch(date)
    if not parts:
        raise ValueError(date)
    year, month, day = (None if part is None else int(part) for part in parts.groups())
    if year is None or month == 0:
        raise ValueError(date)
    first = dt.date(year, 1 if month is None else month, 1 if day is None else day)
    last_month = 12 if month is None else month
    last = first if day is not None else dt.date(year, last_month, calendar.monthrange(year, last_month)[1])
    return first, last


def modulus_11(number: str) -> bool:
    """Whether a nine-digit organisation number has the right check digit.

    The weights are those of Enhetsregisteret: 3 2 7 6 5 4 3 2, and the check digit makes the sum divisible by 11.
    """
    total = sum(weight * int(digit) for weight, digit in zip(_ORGANISATION_WEIGHTS, number, strict=False))
    return (total + int(number[-1])) % 11 == 0


class Form(str):  # noqa: SLOT000  # no value is one: pydantic checks plain text against it
    """A text of a fixed form: a field of this type holds plain text that ``check`` has passed."""

    label: ClassVar[Text]
    example: ClassVar[str]
    """A text of this form that is nobody's."""

    @classmethod
    def check(cls, text: str) -> str:
        """The text, if it has the form.

        Raises
        ------
        PydanticCustomError: it has not; the error's type names what is wrong.
        """
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate as text, then check its form."""
        return core_schema.no_info_after_validator_function(cls.check, core_schema.str_schema())


class PartialDate(Form):
    """A year, a month or a day in ISO 8601: '2020', '2020-09', '2020-09-12'. Its precision is kept."""

    label = Text("dato", "date")
    example = "2024-09-12"

    @classmethod
    def check(cls, text: str) -> str:
        """See Form.check."""
        try:
            _bounds(text)
        except ValueError:
            raise PydanticCustomError("bad-date", "not a date") from None
        return text


class OrganisationNumber(Form):
    """Nine digits, the last of them a check digit (modulus 11)."""

    label = Text("ni siffer", "nine digits")
    example = "123456785"

    @classmethod
    def check(cls, text: str) -> str:
        """See Form.check."""
        if not re.fullmatch("[0-9]{9}", text):
            raise PydanticCustomError("organisation-number-length", "nine digits")
        if not modulus_11(text):
            raise PydanticCustomError("organisation-number-check-digit", "wrong check digit")
        return text


class RegionNumber(Form):
    """The official number of a county (two digits) or a municipality (four digits)."""

    label = Text("to eller fire siffer", "two or four digits")
    example = "0000"

    @classmethod
    def check(cls, text: str) -> str:
        """See Form.check."""
        if not re.fullmatch("[0-9]{2}|[0-9]{4}", text):
            raise PydanticCustomError("region-number-length", "two or four digits")
        return text


class WebAddress(Form):
    """The address of a page on the web, with or without 'https://'; nothing that could run."""

    label = Text("nettadresse", "web address")
    example = "www.example.org"

    @classmethod
    def check(cls, text: str) -> str:
        """See Form.check."""
        if not re.fullmatch(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::[0-9]+)?(?:[/?#][^\s\"'<>]*)?", text, re.IGNORECASE):
            raise PydanticCustomError("bad-address", "not a web address")
        return text


class SharedMailbox(Form):
    """The address of a mailbox that a body shares, as post@kommune.no; never one of a person."""

    label = Text("felles e-postadresse", "shared mail address")
    example = "post@example.org"

    @classmethod
    def check(cls, text: str) -> str:
        """See Form.check."""
        found = re.fullmatch(r"([\w.+-]+)@[\w-]+(?:\.[\w-]+)+", text)
        if not found:
            raise PydanticCustomError("bad-address", "not a mail address")
        if not _SHARED_MAILBOX.fullmatch(found[1]):
            raise PydanticCustomError("personal-address", "an address of a person")
        return text


class Choice(str, Enum):  # noqa: UP042  # its members take labels beside their value
    """One of a fixed list of values, each with its label in both languages and other words that lists use for it."""

    label: Text
    also: tuple[str, ...]

    __str__ = str.__str__  # a value compares and prints as what is stored, not as 'RegionType.COUNTY'

    def __new__(cls, value: str, nb: str, en: str, *also: str) -> Self:
        """A value of the list: its stable id, its labels, and the other words that stand for it in lists."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = Text(nb, en)
        member.also = also
        return member

    @property
    def words(self) -> tuple[str, ...]:
        """Every word that stands for this value in a list."""
        return (self.value, *self.label, *self.also)
