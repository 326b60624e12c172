"""The lists that ship with the program, and what to ask of them: what 'demo' loads and the examples show."""

import json
from pathlib import Path
from typing import Any

from loaders.files import Lists, read_lists

_DATA = Path(__file__).parent / "trondelag"


def shipped_lists() -> Lists:
    """The lists of the pilot: what its report states, and what is publicly known."""
    lists = Lists()
    for folder in ("rapport", "offentlig"):
        found = read_lists([_DATA / folder], folder)
        lists.sources.extend(found.sources)
        lists.problems.extend(found.problems)
    return lists


def examples() -> dict[str, dict[str, Any]]:
    """For each question, by its id, parameters that have an answer in the shipped lists."""
    found: dict[str, dict[str, Any]] = json.loads((_DATA / "examples.json").read_text(encoding="utf-8"))
    return found
