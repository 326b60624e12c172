"""The parts of the README that are made from declarations: ``python -m tests.generated`` writes them anew."""

from pathlib import Path

from loaders.shipped import examples
from queries.question import all_questions, option_of

README = Path(__file__).parents[1] / "README.md"


def questions() -> str:
    """The table of questions: id, what it asks, what it takes, and an example."""
    lines = ["| question | asks | takes |", "| --- | --- | --- |"]
    for question in all_questions().values():
        takes = ", ".join(
            f"`{parameter.option}`{' (required)' if parameter.required else ''}" for parameter in question.parameters
        )
        lines.append(f"| `{question.id}` | {question.title.en} | {takes} |")
    for name, given in examples().items():
        options = " ".join(f"{option_of(parameter)} {value}" for parameter, value in given.items())
        lines += ["", "```", f"kompetansegraf run {name} {options}", "```"]
    return "\n".join(lines)


def renewed(text: str) -> str:
    """A text with every generated part made anew."""
    for name, make in (("questions", questions),):
        begin, end = f"<!-- begin generated: {name} -->", "<!-- end generated -->"
        before, _, rest = text.partition(begin)
        text = f"{before}{begin}\n{make()}\n{end}{rest.partition(end)[2]}"
    return text


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
