"""The words of the command line, in the user's language: its help, and what its library says by itself."""

import locale
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import click
from click import core, decorators, exceptions, formatting, parser, types

from graph_model.text import LANGUAGES, Lang, Text

_NORWEGIAN = {
    "Usage:": "Bruk:",
    "Options": "Valg",
    "Commands": "Kommandoer",
    "Positional arguments": "Hva",
    "Show this message and exit.": "Vis denne teksten.",
    "Show the version and exit.": "Vis versjonen.",
    "%(prog)s, version %(version)s": "%(prog)s, versjon %(version)s",
    "Error: {message}": "Feil: {message}",
    "Try '{command} {option}' for help.": "Skriv «{command} {option}» for hjelp.",
    "Missing option": "Mangler valget",
    "Missing argument": "Mangler",
    "Missing parameter": "Mangler",
    "Missing command.": "Hvilken kommando?",
    "No such option {name!r}.": "Valget {name} finnes ikke.",
    "No such command {name!r}.": "Kommandoen «{name}» finnes ikke.",
    "Did you mean {possibility}?": "Mente du {possibility}?",
    "(Did you mean one of: {possibilities}?)": "(Mente du en av: {possibilities}?)",
    "Got unexpected extra argument ({args})": "Ett ord for mye: {args}",
    "Got unexpected extra arguments ({args})": "For mange ord: {args}",
    "Option {name!r} requires an argument.": "Valget {name} trenger en verdi.",
    "Option {name!r} does not take a value.": "Valget {name} tar ingen verdi.",
    "Invalid value: {message}": "Ugyldig verdi: {message}",
    "Invalid value for {param_hint}: {message}": "Ugyldig verdi for {param_hint}: {message}",
    "{value} is not in the range {range}.": "{value} er utenfor {range}.",
    "{value!r} is not a valid {number_type}.": "«{value}» er ikke et helt tall.",
    "{value!r} is not {choice}.": "«{value}» er ikke {choice}.",
    "{value!r} is not one of {choices}.": "«{value}» er ikke blant {choices}.",
    "{value!r} is not a valid boolean. Recognized values: {states}": "«{value}» er ikke ja (1) eller nei (0).",
    "default: {default}": "ellers {default}",
    "env var: {var}": "miljøvariabel {var}",
    "Aborted!": "Avbrutt.",
}
_HELP = {
    "kompetansegraf": Text(
        "Hvem når hvem med kompetanseutvikling? Lister inn, en graf, og svar med kilde.",
        "Who reaches whom with competence development? Lists in, a graph, and answers with their sources.",
    ),
    "--store": Text(
        "Mappen som grafen ligger i, eller adressen til Neo4j: neo4j+s://tjener.",
        "The folder that the graph is in, or the address of Neo4j: neo4j+s://server.",
    ),
    "--user": Text("Brukeren på Neo4j; ellers neo4j.", "The user on Neo4j; else neo4j."),
    "--database": Text("Databasen på Neo4j; ellers brukerens egen.", "The database on Neo4j; else the user's own."),
    "--unencrypted": Text(
        "Nettet til Neo4j er trygt uten kryptering.", "The network to Neo4j is safe without encryption."
    ),
    "--lang": Text("Språk: nb eller en.", "Language: nb or en."),
    "template": Text(
        "Lag en arbeidsbok til å fylle ut, med forklaringer og eksempler.",
        "Make a workbook to fill in, with explanations and examples.",
    ),
    "load": Text(
        "Les inn lister: filer eller mapper med .xlsx og .csv. Det en liste sa sist, erstattes.",
        "Load lists: files, or folders of .xlsx and .csv. What a list said last time is replaced.",
    ),
    "--source": Text("Navn på kilden; ellers filens navn.", "The source's name; else the file's."),
    "--dry-run": Text("Vis hva som ville endres, og stopp der.", "Show what would change, and stop there."),
    "--yes": Text("Bekreft at en uventet endring er ment.", "Confirm that an unexpected change is meant."),
    "--create-missing": Text(
        "Lag virksomheter som listene nevner, men ingen har en rad om.", "Make organisations that no row is about."
    ),
    "--skip-bad-rows": Text(
        "Les inn resten, og skriv hva som er galt med de andre radene til denne filen.",
        "Load the rest, and write what is wrong with the other rows to this file.",
    ),
    "check": Text("Kontroller lister uten å lese dem inn.", "Check lists without loading them."),
    "remove": Text("Ta en kilde ut av grafen.", "Take a source out of the graph."),
    "model": Text("Vis hva grafen kan inneholde.", "Show what the graph can hold."),
    "questions": Text("Vis spørsmålene, med eksempler.", "Show the questions, with examples."),
    "run": Text("Still et spørsmål.", "Ask a question."),
    "--as-of": Text("Dato, måned, år eller «alle»; ellers i dag.", "A date, month, year or 'all'; else today."),
    "--json": Text("Skriv svaret som JSON.", "Write the answer as JSON."),
    "--csv": Text(
        "Skriv svaret til denne filen, og kildene til en fil ved siden av.",
        "Write the answer to this file, and its sources to one beside it.",
    ),
    "--xlsx": Text(
        "Skriv svaret og kildene til denne arbeidsboken.", "Write the answer and its sources to this workbook."
    ),
    "status": Text("Vis hva som er lest inn, og hvor kilder er uenige.", "Show what is loaded, and disagreements."),
    "--gaps": Text("Vis i stedet hva listene mangler.", "Show what the lists lack instead."),
    "export": Text(
        "Skriv grafen som en arbeidsbok som kan leses inn igjen.", "Write the graph as a workbook that loads back."
    ),
    "--region": Text("Bare det som gjelder denne regionen.", "Only what is of this region."),
    "--graphml": Text("Skriv også denne filen, for Gephi og NetworkX.", "Write this file too, for Gephi and NetworkX."),
    "--html": Text(
        "Skriv en side med bilde, tabell og kilder til denne filen.",
        "Write a page with a picture, a table and the sources to this file.",
    ),
    "draw": Text(
        "Tegn det som er rundt en aktør eller i en region, ellers hele grafen.",
        "Draw what is around an actor or in a region, else the whole graph.",
    ),
    "--around": Text(
        "Det som står i midten: en aktør, et tilbud ...", "What is in the middle: an actor, an offering ..."
    ),
    "--depth": Text("Hvor mange ledd ut det går; ellers ett.", "How many steps it goes out; else one."),
    "copy": Text(
        "Kopier grafen til en annen mappe eller til Neo4j, og kontroller kopien.",
        "Copy the graph to another folder or to Neo4j, and check the copy.",
    ),
    "demo": Text(
        "Les inn listene fra piloten i Trøndelag, og still et spørsmål.", "Load the Trøndelag pilot's lists, and ask."
    ),
}
REGION_DRAWN = Text("Regionen i midten, med delene sine.", "The region in the middle, with its parts.")
_METAVARS = {
    "name": Text("NAVN", "NAME"),
    "date": Text("DATO", "DATE"),
    "table": Text("FIL.csv", "FILE.csv"),
    "workbook": Text("FIL.xlsx", "FILE.xlsx"),
    "graphml": Text("FIL.graphml", "FILE.graphml"),
    "page": Text("FIL.html", "FILE.html"),
    "steps": Text("LEDD", "STEPS"),
    "number": Text("ANTALL", "NUMBER"),
    "files": Text("FIL...", "FILE..."),
    "folder": Text("MAPPE", "FOLDER"),
    "source": Text("KILDE", "SOURCE"),
    "store": Text("MAPPE|ADRESSE", "FOLDER|ADDRESS"),
    "options": Text("[VALG]", "[OPTIONS]"),
    "command": Text("KOMMANDO ...", "COMMAND ..."),
}
_BEFORE_THE_COMMAND = ("--store", "--user", "--database", "--unencrypted")
_STANDS_BEFORE = Text(
    "Feil: {option} står før kommandoen: kompetansegraf {option} ... KOMMANDO.",
    "Error: {option} stands before the command: kompetansegraf {option} ... COMMAND.",
)
_QUOTED = re.compile(r"(?<!\w)'([^']*)'")
_SPEAKS = re.compile(
    r"(?:(?:n[bno]|bokmål|nynorsk|norsk|norwegian)|(?P<en>en|english|engelsk))(?![a-z])", re.IGNORECASE
)
"""How the words for a language and the names of locales begin, as 'nb_NO.UTF-8' and 'Norwegian Bokmål_Norway.1252'."""
_REQUIRED = Text("Må oppgis.", "Required.")


class _Option(click.Option):
    """An option whose own text says that it is required, and what it can be; click would add it, in English only."""

    def get_help_extra(self, ctx: click.Context) -> types.OptionHelpExtra:
        """See click.Option."""
        extra = super().get_help_extra(ctx)
        extra.pop("required", None)
        extra.pop("range", None)
        return extra


class _MadeWhenAsked(click.Group):
    """A group whose commands are made when they are asked for, so that none waits for what the others need."""

    def __init__(
        self, *, makes: Callable[[str], click.Command | None], names: Callable[[], Iterable[str]], **how: Any
    ) -> None:
        super().__init__(**how)
        self._makes, self._names = makes, names

    def list_commands(self, ctx: click.Context) -> list[str]:
        """See click.Group."""
        return sorted({*super().list_commands(ctx), *self._names()})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """See click.Group, which takes the nearest names from what it knows of, where there is none of this name."""
        if made := self._makes(cmd_name):
            return made
        every = ((name, self._makes(name)) for name in self.list_commands(ctx))
        self.commands = {name: made for name, made in every if made}
        return None


class Words:
    """Makes commands and options that are described in one language."""

    def __init__(self, lang: Lang) -> None:
        """Describe in this language."""
        self._lang = lang

    def metavar(self, name: str) -> str:
        """The word that stands for a value in a usage line."""
        return _METAVARS[name].to(self._lang)

    def option(
        self, name: str, about: Text | None = None, *, metavar: str | None = None, required: bool = False, **how: Any
    ) -> click.Option:
        """An option of this name; its text is its own, or the one that stands here under its name."""
        said = (about or _HELP[name]).to(self._lang) + (f" {_REQUIRED.to(self._lang)}" if required else "")
        return _Option([name], help=said, metavar=metavar and self.metavar(metavar), required=required, **how)

    def command(
        self, name: str, does: Callable[..., None], *params: click.Parameter, about: Text | None = None
    ) -> click.Command:
        """A command of this name, which is given the session and its parameters."""
        said = (about or _HELP[name]).to(self._lang)
        callback = click.pass_obj(does)
        return click.Command(
            name,
            callback=callback,
            params=[*params, self._language()],
            help=said,
            options_metavar=self.metavar("options"),
        )

    def _language(self) -> click.Option:
        """The option for the language, which every command has; it is read before the commands are made."""
        return self.option("--lang", type=click.Choice(LANGUAGES), expose_value=False)

    def group(self, name: str, *params: click.Parameter, **how: Any) -> click.Group:
        """A command of this name that has commands of its own; where ``makes`` is given, each is made by its name."""
        return (_MadeWhenAsked if "makes" in how else click.Group)(
            name=name,
            params=[*params, self._language()],
            help=_HELP[name].to(self._lang),
            options_metavar=self.metavar("options"),
            subcommand_metavar=self.metavar("command"),
            **how,
        )


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Lang:
    """The language that is asked for: by --lang, else KOMPETANSEGRAF_LANG, else the locale's, else English.

    Words that are no possible values count too, as 'no' and 'english': they tell in which language to complain.
    """
    given = [after for before, after in pairwise(arguments) if before == "--lang"]
    given += [argument.partition("=")[2] for argument in arguments if argument.startswith("--lang=")]
    spoken = environment.get("LC_ALL") or environment.get("LANG") or locale.getlocale()[0] or ""
    for word in (*given[-1:], environment.get("KOMPETANSEGRAF_LANG", ""), spoken):
        if found := _SPEAKS.match(word):
            return "en" if found["en"] else "nb"
    return "en"


def _one(message: str) -> str:
    return _NORWEGIAN.get(message, message)


def _one_or_many(one: str, many: str, count: int) -> str:
    return _one(one if count == 1 else many)


def speak(lang: Lang) -> None:
    """Have click speak a language in this process; it knows English."""
    if lang == "nb":
        for module in (core, decorators, exceptions, formatting, parser, types):
            vars(module)["_"] = _one
            if "ngettext" in vars(module):
                vars(module)["ngettext"] = _one_or_many


def complaint(error: click.UsageError, lang: Lang) -> str:
    """What was misspelt, and how to get help, as the two lines that a user reads."""
    asks = error.ctx.command_path if error.ctx else "kompetansegraf"
    said: Callable[[str], str] = vars(exceptions)["_"]
    what = said("Error: {message}").format(message=error.format_message())
    if lang == "nb":
        what = _QUOTED.sub(r"«\1»", what)
    if isinstance(error, click.NoSuchOption) and error.option_name in _BEFORE_THE_COMMAND:
        what = _STANDS_BEFORE.to(lang).format(option=error.option_name)
    how = said("Try '{command} {option}' for help.").format(command=asks, option="--help")
    return f"{what}\n{how}"
