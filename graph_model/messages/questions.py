"""Messages about what is asked for."""

from graph_model.problems import Message
from graph_model.text import Text

BAD_AS_OF = Message(
    "bad-as-of",
    Text("«{value}» er ikke en dato.", "'{value}' is not a date."),
    Text(
        "Skriv en dato, en måned, et år eller «alle»: 2024-05-17, 2024-05, 2024.",
        "Write a date, a month, a year or 'all': 2024-05-17, 2024-05, 2024.",
    ),
)
MISSING_PARAMETER = Message(
    "missing-parameter",
    Text("Spørsmålet «{question}» trenger {option}.", "The question '{question}' needs {option}."),
    Text(
        "Skriv «kompetansegraf run {question} --help» for å se hva det tar.",
        "'kompetansegraf run {question} --help' shows what it takes.",
    ),
)
NOT_A_CHOICE_HERE = Message(
    "not-a-choice-here",
    Text("{option} kan ikke være «{value}».", "{option} cannot be '{value}'."),
    Text("Velg mellom {allowed}.", "Choose among {allowed}."),
)
NOT_A_WHOLE_NUMBER = Message(
    "not-a-whole-number",
    Text("{option} kan ikke være «{value}».", "{option} cannot be '{value}'."),
    Text("Skriv et helt tall fra 1 og oppover.", "Write a whole number from 1 upwards."),
)
NONE_OF_THE_KIND = Message(
    "none-of-the-kind",
    Text(
        "Ingen {role} i grafen heter «{name}»; grafen har ingen {role} ennå.",
        "No {role} in the graph is called '{name}'; the graph has no {role} yet.",
    ),
    Text("Les inn en liste som heter «{sheet}».", "Load a list that is called '{sheet}'."),
)
UNKNOWN_NAME = Message(
    "unknown-name",
    Text("Ingen {role} i grafen heter «{name}».", "No {role} in the graph is called '{name}'."),
    Text(
        "Kontroller skrivemåten, eller les inn listen der den står.",
        "Check the spelling, or load the list that has it.",
    ),
)
UNKNOWN_NAME_NEAR = Message(
    "unknown-name-near",
    Text("Ingen {role} i grafen heter «{name}».", "No {role} in the graph is called '{name}'."),
    Text("Mente du {nearest}?", "Did you mean {nearest}?"),
)
AMBIGUOUS_NAME = Message(
    "ambiguous-name",
    Text("«{name}» passer på flere: {candidates}.", "'{name}' fits several: {candidates}."),
    Text("Skriv id-en til den du mener.", "Write the id of the one that you mean."),
)
