"""Messages about files that are written, and about the program itself."""

from graph_model.problems import Message
from graph_model.text import Text

FILE_EXISTS = Message(
    "file-exists",
    Text("«{path}» finnes fra før, og er ikke skrevet over.", "'{path}' already exists, and was not overwritten."),
    Text("Oppgi et nytt filnavn.", "Name a new file."),
)
WRONG_ENDING = Message(
    "wrong-ending",
    Text("«{path}» slutter ikke på {ending}.", "'{path}' does not end in {ending}."),
    Text("Gi filen et navn som slutter på {ending}.", "Give the file a name that ends in {ending}."),
)
SHEET_FULL = Message(
    "sheet-full",
    Text(
        "Arket «{sheet}» ville fått flere rader enn en arbeidsbok bør ha ({most}).",
        "The sheet '{sheet}' would get more rows than a workbook should have ({most}).",
    ),
    Text("Velg en del av grafen med --region.", "Choose a part of the graph with --region."),
)
NOTHING_EXPORTED = Message(
    "nothing-exported",
    Text(
        "Grafen er tom; det som er skrevet, har ingenting fra den.",
        "The graph is empty; what is written has nothing of it.",
    ),
    Text("Les inn lister først, med «kompetansegraf load».", "Load lists first, with 'kompetansegraf load'."),
)
NOTHING_OF_THE_REGION = Message(
    "nothing-of-the-region",
    Text(
        "Ingenting i grafen er knyttet til {region}; bare regioner er skrevet.",
        "Nothing in the graph is of {region}; only regions are written.",
    ),
    Text("Kontroller at listene sier hvor aktørene er.", "Check that the lists say where the actors are."),
)
DISPUTES_NOT_EXPORTED = Message(
    "disputes-not-exported",
    Text(
        "Der kilder er uenige, er bare verdien som vises, skrevet. Verdier som er utelatt: {count}.",
        "Where sources disagree, only the value that is shown is written. Values that were left out: {count}.",
    ),
    Text("", ""),
)
NODES_NOT_EXPORTED = Message(
    "nodes-not-exported",
    Text(
        "Utelatt, fordi det de hører til, mangler: {names}.", "Left out, since what they belong to is missing: {names}."
    ),
    Text("Les inn listen som har det, og skriv filen på nytt.", "Load the list that has it, and write the file again."),
)
NOT_SKIPPED = Message(
    "not-skipped",
    Text(
        "Feil i hele filer eller kolonner kan ikke hoppes over.", "Errors of whole files or columns cannot be skipped."
    ),
    Text("Rett dem, og prøv igjen.", "Correct them, and try again."),
)
FILE_UNWRITABLE = Message(
    "file-unwritable",
    Text("«{path}» kan ikke skrives.", "'{path}' cannot be written."),
    Text("Er den åpen i et annet program, eller mangler mappen?", "Is it open elsewhere, or is its folder missing?"),
)
ANSWER_TOO_LONG = Message(
    "answer-too-long",
    Text("Svaret har flere rader enn et ark kan ha ({most}).", "The answer has more rows than a sheet can ({most})."),
    Text("Bruk --csv, eller spør om mindre.", "Use --csv, or ask for less."),
)
TOO_MUCH_TO_DRAW = Message(
    "too-much-to-draw",
    Text("Bildet ville fått flere enn {most} punkter.", "The picture would have more than {most} points."),
    Text(
        "Tegn det som er rundt én aktør (--around) eller én region (--region), eller færre ledd (--depth).",
        "Draw what is around one actor (--around) or one region (--region), or fewer steps (--depth).",
    ),
)
AROUND_OR_REGION = Message(
    "around-or-region",
    Text("--around og --region er to ulike bilder.", "--around and --region are two different pictures."),
    Text("Oppgi bare én av dem.", "Give only one of them."),
)
DEPTH_OF_NOTHING = Message(
    "depth-of-nothing",
    Text("--depth er avstanden fra noe, og det mangler.", "--depth is the distance from something, which is missing."),
    Text("Oppgi --around eller --region også.", "Give --around or --region too."),
)
INTERRUPTED = Message(
    "interrupted",
    Text("Avbrutt.", "Interrupted."),
    Text(
        "Var det en innlesing, les inn listene på nytt: den er helt med eller ikke.",
        "If it was a load, load the lists again: it is in whole or not at all.",
    ),
)
OUTPUT_FULL = Message(
    "output-full",
    Text("Det er ikke plass til svaret der det skulle skrives.", "There is no room for the answer where it was to go."),
    Text("Gjør plass på disken, eller skriv et annet sted.", "Make room on the disk, or write elsewhere."),
)
FAULT = Message(
    "fault",
    Text("Noe gikk galt i programmet ({kind}).", "Something went wrong in the program ({kind})."),
    Text(
        "Detaljene er skrevet til {file}; send den til den som drifter det.", "See {file}; send it to who maintains it."
    ),
)
