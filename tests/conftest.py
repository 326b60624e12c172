"""What tests share: stores to load into, the two counties, and what is needed beyond Python."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

SYSTEM_PACKAGES = Path(__file__).parents[1] / ".ci" / "system-packages"


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Skip by name, outside CI, the tests whose programs are missing; in CI they run and fail."""
    listed = {line.split()[0] for line in SYSTEM_PACKAGES.read_text().splitlines() if line and line[0] != "#"}
    for item in items:
        for mark in item.iter_markers("needs"):
            (command,) = mark.args
            if command not in listed:
                raise pytest.UsageError(f"{item.nodeid} needs {command}, which .ci/system-packages does not list")
            if not shutil.which(command) and "CI" not in os.environ:
                item.add_marker(pytest.mark.skip(reason=f"needs {command}: see .ci/system-packages"))
