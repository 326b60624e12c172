"""Names: how they are compared, sorted and turned into ids, and which are near."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from graph_model import catalogue
from graph_model.facts import Fact

_PLAIN = str.maketrans(
    {"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t", "ð": "d", "þ": "th", "ß": "ss", "ł": "l"}
)
_ALPHABET = {"æ": "\uf000", "ä": "\uf000", "ø": "\uf001", "ö": "\uf001", "å": "\uf002"}
_NORWEGIAN = str.maketrans(_ALPHABET)
_SORTED_AS_IT_IS = re.compile("[\x00-\x7f\uf000-\uf002]*").fullmatch
LONGEST_ID = 60
NEAR_ENOUGH = 70


def folded(name: str) -> str:
    """A name as names are compared: without regard to case, Unicode form and the width of spaces."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def slug(name: str) -> str:
    """A name as a part of an id: 'Ørland kommune' is 'orland-kommune'. A name without letters gets a digest."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", name).casefold().translate(_PLAIN))
    words = re.findall("[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    return "-".join(words)[:LONGEST_ID].strip("-") or hashlib.sha256(name.encode()).hexdigest()[:8]


@lru_cache(maxsize=2**16)
def alphabetical(name: str) -> str:
    """The sort key of the Norwegian alphabet: without regard to case, æ, ø and å after z."""
    folded_name = folded(name).translate(_NORWEGIAN)
    if _SORTED_AS_IT_IS(folded_name):
        return folded_name
    plain = unicodedata.normalize("NFKD", folded_name)
    return "".join(char for char in plain if not unicodedata.combining(char))


def nearest(text: str, names: Iterable[str], most: int = 3) -> list[str]:
    """The names that are most like a text, the nearest first; none where none is like it."""
    from rapidfuzz import fuzz, process  # here, since names that are known need not wait for it

    found = process.extract(
        folded(text), sorted(set(names)), scorer=fuzz.WRatio, processor=folded, limit=most, score_cutoff=NEAR_ENOUGH
    )
    return [name for name, _, _ in found]


def names_of(node: Fact) -> list[str]:
    """Every text that leads to a node: its names and aliases, its official number, its id."""
    kind = catalogue.node_kind(node.kind)
    numbers = [node.values.get(name) for name, prop in kind.props().items() if prop.identifies]
    aliases = node.values.get("aliases", [])
    assert isinstance(aliases, list)
    texts = [node.values["name"], *aliases, *numbers, node.key]
    return list(dict.fromkeys(text for text in texts if isinstance(text, str)))
