"""The command line: what is asked for on it is done by the packages, and said in the user's language.

A question must not wait for what only a load needs: the commands import what they alone use.
"""

import signal

signal.signal(signal.SIGINT, signal.SIG_DFL)  # until it is said how to end: no traceback while the rest is imported

import gc
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph_model import messages
from graph_model.neo4j_login import is_address, log_in
from graph_model.new_file import TABLE, refuse_unless_new
from graph_model.nodes import Region
from graph_model.problems import Problem, Refusal
from graph_model.store import Snapshot, Store, settled
from graph_model.stores import store_at
from graph_model.text import Lang, Text
from graph_model.values import today
from queries.answer import Answer
from queries.asking import ask, find
from queries.context import Context
from queries.context import as_of as read_time
from queries.question import Parameter, Question, all_questions, question_of
from viz import terminal
from viz.command_words import REGION_DRAWN, Words, chosen_language, speak
from viz.endings import told
from viz.files import Files, write
from viz.problems import show_problems, write_problems

if TYPE_CHECKING:
    from graph_model.loading import Plan
    from loaders.files import Lists

DEFAULT_STORE = "kompetansegraf"
_DEMO_QUESTION = "mobilisers"
_OBJECTS_BETWEEN_LOOKS = 50_000
_FILE = click.Path(path_type=Path, readable=False)
_NO_FILES = Files()
_SAID = {
    "building": Text("Bygger grafen", "Building the graph"),
    "dry_run": Text("Ingenting er lest inn (--dry-run).", "Nothing has been loaded (--dry-run)."),
    "sound": Text("Ingen feil. Ingenting er lest inn.", "No errors. Nothing has been loaded."),
    "skipped": Text(
        "Rader som er utelatt: {n}. Hva som er galt med dem, står i {file}.",
        "Rows that were left out: {n}. What is wrong with them stands in {file}.",
    ),
    "where": Text(
        "Grafen ligger i «{folder}». Vil du ha dine egne lister for seg, bruk en annen mappe med --store.",
        "The graph is in '{folder}'. To keep your own lists apart, use another folder with --store.",
    ),
    "where_at": Text(
        "Grafen ligger på «{folder}». «remove KILDE» tar ut en liste.",
        "The graph is at '{folder}'. 'remove SOURCE' takes out a list.",
    ),
    "written": Text("Skrevet: «{file}».", "Written: '{file}'."),
    "copying": Text("Kopierer grafen", "Copying the graph"),
    "copied": Text(
        "Kopiert til «{place}»; antall og kontrollsum er de samme begge steder.",
        "Copied to '{place}'; numbers and checksum are the same in both places.",
    ),
    "password": Text("Passordet til Neo4j", "The password for Neo4j"),
    "asking": Text("Spørsmål: {title}", "Question: {title}"),
}


class Session:
    """What every command needs: the store, the language, and where to print."""

    def __init__(self, place: str, open_store: Callable[[str], Store], lang: Lang) -> None:
        self._place, self._open_store, self.lang = place, open_store, lang
        self.out, self.err = terminal.console(), terminal.console(error=True)

    @cached_property
    def store(self) -> Store:
        """The store, which is opened only where a command needs one."""
        return self.store_at(self._place)

    def store_at(self, place: str) -> Store:
        """A store that is let go of when the command is done."""
        store = self._open_store(place)
        click.get_current_context().call_on_close(store.close)
        return store

    def say(self, name: str, **values: object) -> None:
        """Print one of the command line's own sentences."""
        self.out.print(_SAID[name].to(self.lang).format(**values), soft_wrap=True)

    def stop_at(self, problems: Sequence[Problem]) -> None:
        """Print what is only to be known; stop if anything blocks."""
        show_problems(self.err, self.lang, [problem for problem in problems if not problem.blocks])
        if blocking := [problem for problem in problems if problem.blocks]:
            raise Refusal(blocking)


def load(session: Session, paths: Sequence[Path], source: str | None, **how: Any) -> None:
    """Load lists, or show what that would do."""
    from loaders.files import read_lists
    from viz.overviews import show_plan

    if how["skip_bad_rows"]:
        refuse_unless_new(how["skip_bad_rows"], TABLE)
    lists = read_lists(paths, source)
    if how["dry_run"]:
        with session.store.reading(or_empty=True) as snapshot:
            plan, _ = _planned(session, snapshot, lists, **how)
        show_plan(session.out, session.lang, plan)
        show_problems(session.err, session.lang, plan.doubts)
        session.say("dry_run")
    else:
        _load(session, lists, **how)


def _load(
    session: Session, lists: "Lists", *, yes: bool = False, skip_bad_rows: Path | None = None, **how: Any
) -> None:
    from viz.overviews import show_plan

    with session.store.writing() as writer:
        if writer.has_finished_another:
            show_problems(session.err, session.lang, [Problem(messages.SERVER_FINISHED)])
        plan, skipped = _planned(session, writer.current(), lists, skip_bad_rows=skip_bad_rows, **how)
        if plan.doubts and not yes:
            raise Refusal(plan.doubts)
        if plan.writes or not writer.is_sound():
            with terminal.progress(_SAID["building"].to(session.lang)) as advance:
                writer.apply(plan.change, advance)
    show_plan(session.out, session.lang, plan)
    if skipped and skip_bad_rows:
        write_problems(skipped, skip_bad_rows, session.lang)
        session.say("skipped", n=len({problem.row for problem in skipped}), file=skip_bad_rows)


def _planned(
    session: Session,
    snapshot: Snapshot,
    lists: "Lists",
    *,
    create_missing: bool = False,
    skip_bad_rows: Path | None = None,
    **_: Any,
) -> tuple["Plan", Sequence[Problem]]:
    """What a load would do, and the problems of the rows that it leaves out; stops at all others at once."""
    from graph_model.loading import plan_load, plan_sound_rows

    if skip_bad_rows is None:
        plan = plan_load(snapshot, lists.sources, today(), create_missing=create_missing)
        session.stop_at([*lists.problems, *plan.problems])
        return plan, ()
    plan, skipped = plan_sound_rows(snapshot, lists.sources, lists.problems, today(), create_missing=create_missing)
    left = [problem for problem in (*lists.problems, *plan.problems) if problem not in skipped]
    if any(problem.blocks for problem in left):
        left.append(Problem(messages.NOT_SKIPPED))
    session.stop_at(left)
    return plan, skipped


def check(session: Session, paths: Sequence[Path]) -> None:
    """Say what is wrong with lists, or that nothing is."""
    from loaders.files import read_lists

    with session.store.reading(or_empty=True) as snapshot:
        _planned(session, snapshot, read_lists(paths))
    session.say("sound")


def remove(session: Session, source: str) -> None:
    """Take a source out."""
    from graph_model.loading import plan_removal
    from viz.overviews import show_plan

    with session.store.writing() as writer:
        plan = plan_removal(writer.current(), source)
        with terminal.progress(_SAID["building"].to(session.lang)) as advance:
            writer.apply(plan.change, advance)
    show_plan(session.out, session.lang, plan)


def copy(session: Session, address: str, *, yes: bool) -> None:
    """Copy the graph into another store."""
    from graph_model.copying import copied
    from viz.overviews import show_copy

    target = session.store_at(address)
    with terminal.progress(_SAID["copying"].to(session.lang)) as advance:
        held = copied(session.store, target, advance, replace=yes)
    show_copy(session.out, session.lang, held)
    session.say("copied", place=target.place)


def template(session: Session, file: Path) -> None:
    """Write the workbook to fill in."""
    from loaders.template import write_template

    write_template(file, session.lang)
    session.say("written", file=file)


def export_graph(session: Session, file: Path, region: str | None, graphml: Path | None) -> None:
    """Write what is loaded, or what of it is of a region."""
    from loaders.export import export

    with session.store.reading() as snapshot:
        node = find(snapshot, region, Region) if region else None
        session.stop_at(export(snapshot, file, session.lang, region=node, graphml=graphml))
    for written in filter(None, (file, graphml)):
        session.say("written", file=written)


def run(
    session: Session,
    question: Question,
    given: Mapping[str, Any],
    as_of: str | None = None,
    *,
    as_json: bool = False,
    to: Files = _NO_FILES,
) -> None:
    """Ask a question and print the answer, or write it to files; as JSON it is alone on standard output."""
    to.refuse_unless_new(session.lang)
    said = {name: text for name, text in given.items() if text not in (None, ())}
    proven = None if as_json or any(to) else terminal.MOST_ROWS

    def asked(snapshot: Snapshot) -> tuple[Answer, str]:
        answer = ask(snapshot, question, said, session.lang, time=as_of, proven=proven)
        return answer, _page_of(snapshot, answer, question.worded(answer.parameters), session.lang) if to.page else ""

    answer, page = settled(session.store, asked)
    if as_json:
        click.echo(json.dumps(answer.as_json(session.lang), ensure_ascii=False, indent=2))
    elif any(to):
        terminal.show_summary(answer, session.lang)
    else:
        terminal.show_answer(answer, session.lang)
    _write(session, answer, to, page, quietly=as_json)


def _page_of(snapshot: Snapshot, answer: Answer, title: Text, lang: Lang) -> str:
    from viz.answer_picture import picture
    from viz.page import page

    return page(picture(Context(snapshot, read_time(answer.as_of), lang), answer, title.to(lang)), lang)


def _write(session: Session, answer: Answer, to: Files, page: str, *, quietly: bool = False) -> None:
    written = write(answer, session.lang, to, page)
    for file in written if not quietly else ():
        session.say("written", file=file)


def draw(session: Session, html: Path, **how: Any) -> None:
    """Draw what is around an actor, around a region or in the whole graph, as a page."""
    from queries.surroundings import surroundings

    to = Files(page=html)
    to.refuse_unless_new(session.lang)

    def drawn(snapshot: Snapshot) -> tuple[Answer, str]:
        answer, title = surroundings(snapshot, session.lang, **how)
        return answer, _page_of(snapshot, answer, title, session.lang)

    answer, page = settled(session.store, drawn)
    terminal.show_summary(answer, session.lang)
    _write(session, answer, to, page)


def demo(session: Session, html: Path | None) -> None:
    """Load the shipped lists and ask the first question of them."""
    from loaders.shipped import examples, shipped_lists

    to = Files(page=html)
    to.refuse_unless_new(session.lang)

    _load(session, shipped_lists(), yes=True)
    question = all_questions()[_DEMO_QUESTION]
    session.say("asking", title=question.title.to(session.lang))
    run(session, question, examples()[_DEMO_QUESTION])
    if html:
        run(session, question, examples()[_DEMO_QUESTION], to=to)
    session.say("where_at" if is_address(session.store.place) else "where", folder=session.store.place)


def model(session: Session) -> None:
    """Show what the graph can hold."""
    from viz.overviews import show_model

    show_model(session.out, session.lang)


def questions(session: Session) -> None:
    """Show the questions, with examples."""
    from loaders.shipped import examples
    from viz.overviews import show_questions

    show_questions(session.out, session.lang, all_questions(), examples())


def status(session: Session, *, gaps: bool) -> None:
    """Show what is loaded, or what it leaves open."""
    from queries.gaps import gaps as find_gaps
    from viz.gaps import show_gaps
    from viz.overviews import show_status

    with session.store.reading() as snapshot:
        if gaps:
            show_gaps(session.out, session.lang, find_gaps(snapshot, today()))
        else:
            show_status(session.out, session.lang, snapshot)


class Commands:
    """The commands, described in one language."""

    def __init__(self, lang: Lang) -> None:
        self._words = Words(lang)
        self._lang = lang

    def all(self) -> click.Group:
        """The whole command line."""
        words = self._words
        store = words.option("--store", metavar="store", default=DEFAULT_STORE, show_default=True)
        store.envvar = "KOMPETANSEGRAF_STORE"
        user = words.option("--user", metavar="name", envvar="KOMPETANSEGRAF_NEO4J_USER")
        database = words.option("--database", metavar="name", envvar="KOMPETANSEGRAF_NEO4J_DATABASE")
        open_line = words.option("--unencrypted", is_flag=True, envvar="KOMPETANSEGRAF_NEO4J_UNENCRYPTED")
        group = words.group("kompetansegraf", store, user, database, open_line, callback=self._begin)
        files = click.Argument(["paths"], nargs=-1, required=True, type=_FILE, metavar=words.metavar("files"))
        file = click.Argument(["file"], type=_FILE, metavar=words.metavar("workbook"))
        for command in (
            words.command("template", template, file),
            words.command(
                "load",
                load,
                files,
                words.option("--source", metavar="name"),
                words.option("--dry-run", is_flag=True),
                words.option("--yes", is_flag=True),
                words.option("--create-missing", is_flag=True),
                words.option("--skip-bad-rows", metavar="table", type=_FILE),
            ),
            words.command("check", check, files),
            words.command("remove", remove, click.Argument(["source"], metavar=words.metavar("source"))),
            words.command("model", model),
            words.command("questions", questions),
            self._run(),
            words.command(
                "draw",
                draw,
                words.option("--around", metavar="name"),
                words.option("--region", REGION_DRAWN, metavar="name"),
                words.option("--depth", metavar="steps", type=click.IntRange(min=0)),
                words.option("--as-of", metavar="date"),
                words.option("--html", metavar="page", type=_FILE, required=True),
            ),
            words.command("status", status, words.option("--gaps", is_flag=True)),
            words.command(
                "export",
                export_graph,
                file,
                words.option("--region", metavar="name"),
                words.option("--graphml", metavar="graphml", type=_FILE),
            ),
            words.command(
                "copy",
                copy,
                click.Argument(["address"], metavar=words.metavar("store")),
                words.option("--yes", is_flag=True),
            ),
            words.command("demo", demo, words.option("--html", metavar="page", type=_FILE)),
        ):
            group.add_command(command)
        return click.version_option(package_name="kompetansegraf")(group)

    def _begin(self, store: str, **login: Any) -> None:
        at_server = partial(log_in, environment=os.environ, ask=self._ask_password, **login)
        opened = partial(store_at, log_in=at_server)
        click.get_current_context().obj = Session(store, opened, self._lang)

    def _ask_password(self) -> str | None:
        """Ask whoever is there for the password of a server, which is not shown."""
        if not sys.stdin.isatty():
            return None
        asked: str = click.prompt(_SAID["password"].to(self._lang), hide_input=True, err=True)
        return asked

    def _run(self) -> click.Group:
        """A command for each question."""
        return self._words.group("run", makes=self._question, names=all_questions)

    def _question(self, name: str) -> click.Command | None:
        """The command that asks a question, with an option for each of its parameters."""
        question = question_of(name)
        if question is None:
            return None
        options = [
            *map(self._option, question.parameters),
            self._words.option("--as-of", metavar="date"),
            self._words.option("--json", is_flag=True),
            self._words.option("--csv", metavar="table", type=_FILE),
            self._words.option("--xlsx", metavar="workbook", type=_FILE),
            self._words.option("--html", metavar="page", type=_FILE),
        ]
        return self._words.command(question.id, _asks(question), *options, about=question.title)

    def _option(self, parameter: Parameter) -> click.Option:
        return self._words.option(
            parameter.option,
            parameter.described,
            metavar="number" if parameter.kind is int else "name",
            required=parameter.required,
            multiple=parameter.many,
        )


def _asks(question: Question) -> Callable[..., None]:
    def asks(session: Session, as_of: str | None, **given: Any) -> None:
        as_json, *files = (given.pop(name) for name in ("json", "csv", "xlsx", "html"))
        run(session, question, given, as_of, as_json=as_json, to=Files(*files))

    return asks


def main() -> None:
    """Run the command line."""
    lang = chosen_language(sys.argv[1:], os.environ)
    speak(lang)
    _look_seldom_for_garbage()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # Windows' code pages
    with told(lang):
        Commands(lang).all().main(standalone_mode=False)


def _look_seldom_for_garbage() -> None:
    """Spare what is imported from the garbage collector, which finds nothing there, and takes a tenth of a question."""
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_LOOKS)


if __name__ == "__main__":
    main()
