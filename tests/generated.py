"""The parts of the README that are made from declarations: ``python -m tests.generated`` writes them anew."""

from pathlib import Path

from graph_model.values import Choice
from loaders.shipped import examples
from queries.question import Parameter, all_questions
from viz.overviews import command_line

README = Path(__file__).parents[1] / "README.md"


def questions() -> str:
    """The table of questions: id, what it asks, what it takes; and examples."""
    lines = ["| question | asks | takes |", "| --- | --- | --- |"]
    for question in all_questions().values():
        takes = "<br>".join(map(_parameter, question.parameters))
        lines.append(f"| `{question.id}` | {question.title.en} | {takes} |")
    lines += ["", "```", *(command_line(name, given) for name, given in examples().items()), "```"]
    return "\n".join(lines)


def _parameter(parameter: Parameter) -> str:
    """An option, whether it must be given, what it is, and the values of a list."""
    said = f"`{parameter.option}`{' (required)' if parameter.required else ''}: "
    if not issubclass(parameter.kind, Choice):
        return f"{said}{parameter.described.en}"
    return f"{said}{parameter.about.en} One of {', '.join(f'`{choice.value}`' for choice in parameter.kind)}."


def renewed(text: str) -> str:
    """A text with every generated part made anew."""
    for name, make in (("questions", questions),):
        begin, end = f"<!-- begin generated: {name} -->", "<!-- end generated -->"
        before, _, rest = text.partition(begin)
        text = f"{before}{begin}\n{make()}\n{end}{rest.partition(end)[2]}"
    return text


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
