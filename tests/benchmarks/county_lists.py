"""Writing lists row by row, and the chance that a made-up county rests on."""

import csv
import random
from collections import Counter
from collections.abc import Iterable
from contextlib import ExitStack
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, TextIO

ROWS_A_FILE = 500_000


class Lists:
    """The files of a folder, each opened with its first row; a long list goes on in another file."""

    def __init__(self, folder: Path, files: ExitStack) -> None:
        """Write into a folder; the files are closed with ``files``."""
        self._folder = folder
        self._files = files
        self._writers: dict[str, Any] = {}
        self._rows: Counter[str] = Counter()
        self.relations: Counter[str] = Counter()
        """How many relations of each kind the rows give; who writes a row counts them."""

    def row(self, sheet: str, **cells: object) -> None:
        """Write a row; the names of the cells are the headers, with a space for each underscore."""
        part = self._rows[sheet] // ROWS_A_FILE
        if self._rows[sheet] % ROWS_A_FILE == 0:
            name = f"{sheet}-{part + 1}.csv" if part else f"{sheet}.csv"
            self._writers[sheet] = csv.writer(self._opened(name), delimiter=";", lineterminator="\n")
            self._writers[sheet].writerow(header.replace("_", " ") for header in cells)
        self._rows[sheet] += 1
        self._writers[sheet].writerow(cells.values())

    def _opened(self, name: str) -> TextIO:
        return self._files.enter_context((self._folder / name).open("w", encoding="utf-8", newline=""))


class Chance:
    """Throws of dice, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)

    def happens(self, share: float) -> bool:
        """Whether something happens that happens in a share of the cases."""
        return self.rng.random() < share

    def skewed(self, most: int, slope: float = 1.0) -> int:
        """A number below ``most``; 0 is the commonest, and each one rarer than the one before (Zipf)."""
        return self.rng.choices(range(most), cum_weights=_zipf(most, slope))[0]

    def dates(self, begun: float, ended: float) -> dict[str, str]:
        """The cells for begin and end: shares of the rows have a begin, and of these an end."""
        since = self.rng.randint(2005, 2024) if self.happens(begun) else 0
        until = self.rng.randint(since, 2025) if since and self.happens(ended) else 0
        month = f"{self.rng.randint(1, 12):02}.{since}" if since and self.happens(0.3) else since
        return {"fra": str(month or ""), "til": str(until or "")}

    def media(self, media: tuple[str, ...]) -> str:
        """A cell with one or two of them, or with none."""
        return "; ".join(self.rng.sample(media, self.rng.choice((0, 0, 1, 2))))


def sizes(total: int, count: int, most: int) -> Iterable[int]:
    """A total in parts that fall as real networks do: few large, many small; each at least one, none above ``most``."""
    left, weights = total, _zipf(count, 0.8)
    for at in range(count):
        share = (weights[at] - (weights[at - 1] if at else 0)) / (weights[-1] - (weights[at - 1] if at else 0))
        part = min(most, max(1, round(left * share)), left)
        left -= part
        yield part


@cache
def _zipf(count: int, slope: float) -> list[float]:
    """Cumulated weights: the first is the largest, the others fall with their rank."""
    return list(accumulate((rank + 1) ** -slope for rank in range(count)))
