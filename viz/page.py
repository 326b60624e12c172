"""A picture as one page: an HTML file that opens without a network and that nothing but its own script runs in."""

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from graph_model.text import Lang
from viz.network_data import network_data
from viz.page_words import PAGE_WORDS

PARTS = Path(__file__).parent / "page_parts"
VENDOR = PARTS / "vendor"
_SCRIPTS = ("data", "shapes", "state", "labels", "view", "drawing", "panel", "legend", "search", "table", "start")
_LIBRARIES = ("vis-data.min.js", "vis-network.min.js")

_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def page(picture: Mapping[str, Any], lang: Lang) -> str:
    """The HTML text of a picture; write it as UTF-8."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    words = {name: text.to(lang) for name, text in PAGE_WORDS.items()}
    environment = Environment(
        loader=FileSystemLoader(PARTS), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    drawn = bool(picture["rows"] and picture["nodes"])
    data = {"picture": picture, "words": words, "network": network_data(picture) if drawn else None}
    return environment.get_template("page.html").render(
        picture=picture,
        words=words,
        lang=lang,
        drawn=drawn,
        policy=_policy(),
        style=_style(),
        script=_script(),
        data=_for_a_script(data),
    )


def _for_a_script(data: object) -> str:
    """JSON that cannot end the script element that it stands in."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


def _policy() -> str:
    """What the page may do: run its own script, show its own style, and nothing else."""
    return (
        f"default-src 'none'; script-src 'sha256-{_digest(_script())}'; style-src 'sha256-{_digest(_style())}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _style() -> str:
    return (PARTS / "page.css").read_text(encoding="utf-8")


@cache
def _script() -> str:
    """The libraries with their licences, and the page's own script, which nothing outside it can reach into."""
    licences = "\n\n".join(file.read_text(encoding="utf-8") for file in sorted(VENDOR.glob("LICENSE-*")))
    libraries = [_without_map((VENDOR / name).read_text(encoding="utf-8")) for name in _LIBRARIES]
    own = [(PARTS / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS]
    return "\n".join([f"/*!\n{licences}\n*/", *libraries, '(() => {\n"use strict";', *own, "})();"])


def _without_map(library: str) -> str:
    """A library without the line that makes a browser's tools ask for another file."""
    return "\n".join(line for line in library.split("\n") if not line.startswith("//# sourceMappingURL"))
