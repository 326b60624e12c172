"""Finding the questions: all of them, or one by its id."""

import subprocess
import sys

import pytest

from queries.question import Question, all_questions, question_of


@pytest.mark.parametrize("question", all_questions().values(), ids=lambda question: question.id)
def test_a_question_is_found_by_its_id(question: Question) -> None:
    assert question_of(question.id) is question


@pytest.mark.parametrize("id_", ["", "none", "hops", "mobiliser", "unmet_needs", "queries.motor.mobilisers"])
def test_what_is_no_id_leads_to_none(id_: str) -> None:
    assert question_of(id_) is None


def test_one_question_is_found_without_the_others() -> None:
    script = (
        "import sys; from queries.question import question_of; assert question_of('mobilisers')\n"
        "print(*(name for name, module in sys.modules.items() if hasattr(module, 'QUESTION')))"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["queries.motor.mobilisers"]
