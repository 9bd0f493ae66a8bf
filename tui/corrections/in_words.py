"""Results in the words that a reader sees of them, wherever they are listed."""

from __future__ import annotations

from math import ceil

from tui.analysis.results import Question, QuestionKind
from tui.analysis.rules import QuestionRule
from tui.documents.article import HIDDEN

KINDS = {
    QuestionKind.ASKED: "asked in the text and not answered",
    QuestionKind.UNDISCLOSED: "somebody knows and does not say",
    QuestionKind.UNKNOWN: "nobody in the text knows",
    QuestionKind.INTENTION: "what somebody means to do is unclear",
    QuestionKind.DISPUTED: "one says so, another denies it",
    QuestionKind.UNDECIDED: "a decision is still to come",
    QuestionKind.CONDITION: "demanded, and not yet done",
    QuestionKind.OUTCOME: "feared, expected or possible",
}
"""What each kind of question means."""
OPEN = "Open: "
"""What a clause begins with that stands for a question nobody could word safely."""
NOTHING_SURE = "Nothing is left open for certain."
"""What is said where all that is listed is less sure."""


def is_worded(text: str) -> bool:
    """Whether a text is put as a question; else it is the clause that leaves one open."""
    return text.endswith("?")


def asked(text: str, *, is_open: bool = True) -> str:
    """A question as it is shown: itself, or the clause, after "Open:" while it is open."""
    return text if is_worded(text) or not is_open else OPEN + text


def less_sure(count: int) -> str:
    """The rest of a list that opens with its sure rows."""
    return f"{count:,} more, less sure"


def no_comment(count: int) -> str:
    """The rest of a list of questions that says only that somebody made no comment."""
    return f"{count:,} more, no comment made"


def kind_in_words(kind: str) -> str:
    """What a kind of question means; the reader's own are "yours" and explain themselves."""
    return KINDS[QuestionKind(kind)] if kind in set(QuestionKind) else kind


def certainty_in_words(certainty: float) -> str:
    """How many of ten such rows are right; empty of what nobody had to guess.

    A half is rounded down, and nothing measured is certain: "10 of 10" is never said.
    """
    if certainty >= 1:
        return ""
    tenths = ceil(certainty * 10 - 0.5)
    if tenths in (0, 10):
        return f"{'more than 9' if tenths else 'fewer than 1'} of 10 such rows are right"
    return f"{tenths} of 10 such rows {'is' if tenths == 1 else 'are'} right"


def below_clause(text: str, question: Question) -> str:
    """What stands below a question that is shown by its clause: its kind and its cue words.

    Its evidence would only say the same again.

    Args:
        text: The article's text as it is shown (`Article.readable`).
        question: The question.

    Returns:
        Empty for a question in words: below it stands its evidence.
    """
    if is_worded(question.text) or question.rule is QuestionRule.ASKED_BY_READER:
        return ""
    cut = (" ".join(text[span.start : span.end].split()) for span in question.cues)
    words = (each.replace(HIDDEN, "") for each in cut)
    cues = ", ".join(f"“{each}”" for each in words)
    return KINDS[question.kind] + (f": {cues}" if cues else "")
