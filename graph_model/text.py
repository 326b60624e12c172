"""Texts that a user reads, in every language that the product speaks."""

import re
from typing import Literal, NamedTuple

Lang = Literal["nb", "en"]
LANGUAGES: tuple[Lang, ...] = ("nb", "en")
_DATE = re.compile("[0-9]{4}(?:-[0-9]{2}){1,2}")


class Text(NamedTuple):
    """One text in Norwegian Bokmål and in English; it cannot lack one of them."""

    nb: str
    en: str

    def to(self, lang: Lang) -> str:
        """The text in one language."""
        return self.nb if lang == "nb" else self.en

    def filled(self, **values: object) -> "Text":
        """The text with values in its {places}; a value that is a Text stands there in each language."""
        texts = {name: value for name, value in values.items() if isinstance(value, Text)}
        return Text(
            *[
                self.to(lang).format(**{**values, **{name: text.to(lang) for name, text in texts.items()}})
                for lang in LANGUAGES
            ]
        )


def decimal(value: float, lang: Lang, digits: int = 15) -> str:
    """A number as one writes it in a language, as 2,5 or 2.5, to so many decimals (below 1, so many digits)."""
    text = f"{value:.{digits}g}" if abs(value) < 1 else f"{round(value, digits):.15g}"
    return text.replace(".", ",") if lang == "nb" else text


def date_in_words(text: str, lang: Lang) -> str:
    """A date as one writes it in a language: 2023-12-31 is 31.12.2023 in Norwegian; what is no date, as it is."""
    return ".".join(reversed(text.split("-"))) if lang == "nb" and _DATE.fullmatch(text) else text


def date(text: str) -> Text:
    """A date in each language."""
    return Text(*(date_in_words(text, lang) for lang in LANGUAGES))


def listed(items: list[str], lang: Lang, most: int = 5) -> str:
    """Items as a phrase: 'A, B og C'; past ``most`` the number of the others."""
    shown, others = items[:most], len(items) - most
    if others > 0:
        return ", ".join(shown) + {"nb": f" og {others} til", "en": f" and {others} more"}[lang]
    last = {"nb": " og ", "en": " and "}[lang]
    return last.join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
