"""What holds for the whole house: its texts, its generated pages, what it loads at the start, what it must not hold."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from graph_model import messages
from graph_model.problems import Message
from tests.generated import README, renewed

HOUSE = Path(__file__).parents[1]
TRACKED = subprocess.run(["git", "ls-files"], cwd=HOUSE, capture_output=True, text=True, check=True).stdout.split("\n")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
MESSAGES = {name: value for name, value in vars(messages).items() if isinstance(value, Message)}


def test_the_readme_is_as_it_would_be_generated() -> None:
    text = README.read_text(encoding="utf-8")
    assert renewed(text) == text, "run `make docs`"


@pytest.mark.parametrize("message", MESSAGES.values(), ids=lambda message: message.code)
def test_a_message_says_the_same_in_both_languages(message: Message) -> None:
    assert message.text.nb
    assert message.text.en
    assert bool(message.remedy.nb) == bool(message.remedy.en)
    for text in (message.text, message.remedy):
        assert set(PLACEHOLDER.findall(text.nb)) == set(PLACEHOLDER.findall(text.en))


def test_no_message_is_declared_twice_or_never_said() -> None:
    codes = [message.code for message in MESSAGES.values()]
    assert len(codes) == len(set(codes))
    source = "".join(
        (HOUSE / file).read_text(encoding="utf-8")
        for file in TRACKED
        if file.endswith(".py") and not file.startswith("tests/") and not file.startswith("graph_model/messages/")
    )
    assert not [name for name in MESSAGES if not re.search(rf"\b{name}\b", source)]


def test_help_needs_no_heavy_library() -> None:
    script = (
        "import sys; sys.argv = ['kompetansegraf', '--help']\n"
        "import cli\n"
        "heavy = {'ladybug', 'pyarrow', 'networkx', 'pandas', 'numpy', 'pyvis'}\n"
        "try: cli.main()\n"
        "finally: print('loaded', *sorted(set(sys.modules) & heavy))"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=HOUSE).stdout
    assert said.splitlines()[-1] == "loaded"


def test_the_wheel_works_by_itself(tmp_path: Path) -> None:
    """The wheel, unpacked away from the house, loads its own lists and answers."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=HOUSE, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "installed")
    command = [
        sys.executable,
        "-P",
        "-c",
        "import cli; cli.main()",
        "--lang",
        "nb",
        "--store",
        "graf",
        "demo",
        "--html",
        "demo.html",
    ]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "installed"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Kompetanseforum Fosen" in done.stdout
    assert not (tmp_path / "graf" / "installed").exists()
    assert (tmp_path / "installed" / "queries" / "answer.schema.json").exists()
    assert "vis-network" in (tmp_path / "demo.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "pattern",
    [r"/(root|home|work)/", r"https?://(?!(www\.)?[\w.-]+\.(no|org)\b)\S*(pypi|npmjs|maven)", "BEGIN .*PRIVATE KEY"],
)
def test_nothing_of_a_development_machine_is_in_the_repository(pattern: str) -> None:
    for file in filter(None, TRACKED):
        if file != "tests/test_house.py" and (HOUSE / file).exists():
            assert not re.search(pattern, (HOUSE / file).read_text(encoding="utf-8", errors="replace")), file
