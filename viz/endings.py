"""How the program ends: what it tells of an interruption, a refusal, a misspelt command or a fault, and its status."""

import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from graph_model import messages
from graph_model.problems import Message, Problem, Refusal
from graph_model.text import Lang, Text
from viz import terminal
from viz.command_words import complaint
from viz.problems import show_problems

_SHOW_CURSOR = "\x1b[?25h"
_ERRORS = Text("{n} feil. Ingenting er lest inn.", "{n} errors. Nothing has been loaded.")


@contextmanager
def told(lang: Lang) -> Iterator[None]:
    """End with 0 (answered), 1 (the input is wrong) or 2 (the command is misspelt), and no traceback."""
    _end_at_once_on_interruption(lang)
    try:
        yield
    except Refusal as refusal:
        _complain(refusal, lang)
        sys.exit(1)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(2)
    except click.UsageError as error:
        click.echo(complaint(error, lang), err=True)
        sys.exit(2)
    except click.Abort:
        click.echo(_said(messages.INTERRUPTED, lang), err=True)
        sys.exit(1)
    except BrokenPipeError:
        _print_no_more()
    except OSError as error:
        if error.errno != errno.ENOSPC or error.filename:
            _report_fault(error, lang)
        else:
            _print_no_more()
            show_problems(terminal.console(error=True), lang, [Problem(messages.OUTPUT_FULL)])
        sys.exit(1)
    except Exception as error:  # noqa: BLE001  # the last resort: no traceback reaches a user
        _report_fault(error, lang)
        sys.exit(1)


def _end_at_once_on_interruption(lang: Lang) -> None:
    """Have Ctrl-C end the program as if it were killed, which every store stands.

    An exception could come up in the middle of a library, which then loses it or takes it for an error of its own.
    """
    said = _said(messages.INTERRUPTED, lang)

    def end(*_: object) -> None:
        os.write(2, f"{_SHOW_CURSOR if sys.stderr.isatty() else ''}\n{said}\n".encode())
        os._exit(1)

    signal.signal(signal.SIGINT, end)


def _said(message: Message, lang: Lang) -> str:
    return f"{message.text.to(lang)} {message.remedy.to(lang)}"


def _print_no_more() -> None:
    """Keep Python from trying once more, at its end, to print what could not be printed."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(refusal: Refusal, lang: Lang) -> None:
    console = terminal.console(error=True)
    show_problems(console, lang, refusal.problems)
    if len(refusal.problems) > 1 or refusal.problems[0].place:
        console.print(_ERRORS.to(lang).format(n=len(refusal.problems)))


def _report_fault(error: Exception, lang: Lang) -> None:
    """Keep the details of a fault of the program in a file, and say where that is."""
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="kompetansegraf-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        traceback.print_exception(error, file=file)
    problem = Problem(messages.FAULT, values={"file": file.name, "kind": type(error).__name__})
    show_problems(terminal.console(error=True), lang, [problem])
