"""What stands in a question's place where none is worded well.

In each text the word a form starts from stands in [ ], who acts in < >, what it is about in { }.
"""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.questions.conftest import candidate_of, unmarked
from tests.analysis.questions.wording.conftest import phrases_of
from tui.analysis.questions.question_candidates import Form
from tui.analysis.questions.wording.topics import Topics
from tui.analysis.questions.wording.wordings import Wordings
from tui.analysis.results import QuestionKind

OUTCOME, UNKNOWN, CONDITION, UNDISCLOSED, DISPUTED, UNDECIDED = (
    QuestionKind.OUTCOME,
    QuestionKind.UNKNOWN,
    QuestionKind.CONDITION,
    QuestionKind.UNDISCLOSED,
    QuestionKind.DISPUTED,
    QuestionKind.UNDECIDED,
)
TOPICS = [
    (OUTCOME, Form.EVENT, "They could [close] the old harbour.", "The old harbour"),
    (OUTCOME, Form.EVENT, "They could [hurt] Norland.", "Norland"),
    (
        UNDECIDED,
        Form.TOPIC,
        "The two firms await {[approval]} from Norland.",
        "Approval from Norland",
    ),
    # A lone noun tells nothing: it is asked after, as the kind of its question suggests.
    (OUTCOME, Form.EVENT, "They could [close] the harbour.", "What will happen to the harbour?"),
    (UNKNOWN, Form.EVENT, "They could [close] the harbour.", "What is known about the harbour?"),
    (CONDITION, Form.EVENT, "They could [close] the harbour.", ""),
    (UNDISCLOSED, Form.TOPIC, "The {[details]} were not given.", "Further details"),
    # An embedded question says more than its nouns, where everything in it has a name.
    (
        UNKNOWN,
        Form.INDIRECT,
        "It is unclear whether the truce will [hold].",
        "Whether the truce will hold",
    ),
    (UNKNOWN, Form.INDIRECT, "It is unclear whether they will [pay] Norland.", "Norland"),
    (UNKNOWN, Form.APPEAL, "Anyone with [information] should call.", "Appeal for information"),
    (UNKNOWN, Form.APPEAL, "Police appealed for [witnesses].", "Appeal for witnesses"),
    (
        DISPUTED,
        Form.TOPIC,
        "The <clerk> rejected the {[allegation]} of theft.",
        "The clerk's denial of the allegation of theft",
    ),
    (
        UNDECIDED,
        Form.SCHEDULE,
        "Norland wants a referendum on the pier. No [date] was set.",
        "Date for a referendum on the pier",
    ),
    (
        UNDISCLOSED,
        Form.SAYS,
        "The <mayor> declined to [comment] on the {sale} of the port.",
        "The sale of the port",
    ),
]
NONE = [
    # Pronouns, times and lone nouns with "a" are about nothing in particular.
    (OUTCOME, Form.EVENT, "They could [close] it."),
    (OUTCOME, Form.EVENT, "They could [meet] on Monday."),
    (OUTCOME, Form.EVENT, "They could [close] a harbour."),
    # Who is silent, or denies something, is no topic by himself.
    (UNDISCLOSED, Form.SAYS, "The <mayor> declined to [comment]."),
    (DISPUTED, Form.TOPIC, "The {[claim]} was rejected."),
    (UNDECIDED, Form.SCHEDULE, "It rained. No [date] was set."),
]


@pytest.mark.parametrize(("kind", "form", "text", "topic"), TOPICS)
def test_topic_says_what_the_question_is_about(
    parse: Parse, kind: QuestionKind, form: Form, text: str, topic: str
) -> None:
    parsed = parse(unmarked(text))
    topics = Topics(phrases_of(parsed))
    assert topics.text(candidate_of(parsed, kind, form, text)) == topic


@pytest.mark.parametrize(("kind", "form", "text"), NONE)
def test_what_is_about_nothing_in_particular_has_no_topic(
    parse: Parse, kind: QuestionKind, form: Form, text: str
) -> None:
    parsed = parse(unmarked(text))
    topics = Topics(phrases_of(parsed))
    assert topics.text(candidate_of(parsed, kind, form, text)) == ""


def test_topic_stands_only_where_the_question_is_not_worded(parse: Parse) -> None:
    def shown(text: str) -> str:
        parsed = parse(unmarked(text))
        wordings = Wordings(phrases_of(parsed))
        return wordings.text(candidate_of(parsed, OUTCOME, Form.EVENT, text))

    assert shown("Norland could [close] the old harbour.") == "Will Norland close the old harbour?"
    assert shown("They could [close] the old harbour.") == "The old harbour"
