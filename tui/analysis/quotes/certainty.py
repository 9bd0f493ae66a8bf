"""How often rows of a construction are right.

Counted by reading random rows of news and rounded. More than ten rows were read of each
construction, but for those that hardly occur: signatures, transcripts, "in the words of",
"quoted as saying" and what a colon announces are estimates from fewer.
"""

from __future__ import annotations

from tui.analysis.rules import QuoteRule as Rule

_RIGHT: dict[Rule, float] = {
    Rule.VERB_OF_SAYING: 0.92,
    Rule.SHARED_SUBJECT: 0.78,
    Rule.PARTICIPLE: 0.75,
    Rule.PASSIVE: 0.6,
    Rule.PASSIVE_WITH_BY: 0.75,
    Rule.ASIDE_WITH_AS: 0.8,
    Rule.QUOTED_AS: 0.9,
    Rule.ACCORDING_TO: 0.85,
    Rule.IN_THE_WORDS_OF: 0.85,
    Rule.NOUN_OF_SPEECH: 0.8,
    Rule.SIGNATURE: 0.8,
    Rule.TRANSCRIPT: 0.95,
    Rule.NAME_BEFORE_A_COLON: 0.85,
    Rule.QUOTE_BEFORE_ITS_CUE: 0.95,
    Rule.QUOTE_AFTER_ITS_CUE: 0.93,
    Rule.SPLIT_QUOTE: 0.95,
    Rule.QUOTE_WITHOUT_A_CUE: 0.6,
    Rule.ANNOUNCED_WITH_A_COLON: 0.9,
    Rule.SEVERAL_PARAGRAPHS: 0.95,
    Rule.SAME_TURN: 0.88,
    Rule.VIEW: 0.9,
    Rule.QUOTED_WORDS: 0.6,
}
"""The share of right rows by construction."""
_BY_PRONOUN = 0.9
"""What is left of it where the speaker is "it" or "they"; "he" and "she" cost nothing."""
_SHORT = 0.6
"""What is left where the words are few and none stands in quotation marks."""
_FEW_WORDS = 3
_UNNAMED = 0.9
"""What is left where nobody is shown as the speaker."""


def certainty_of(
    rule: Rule, *, words: int, is_quoted: bool, by_pronoun: bool, has_speaker: bool
) -> float:
    """The share of rows like this that a reader would call right.

    Args:
        rule: The construction.
        words: How many words are attributed.
        is_quoted: Whether some of them stand in quotation marks.
        by_pronoun: Whether "it" or "they" was resolved to find the speaker.
        has_speaker: Whether a name or a phrase is shown for the speaker.
    """
    share = _RIGHT[rule]
    if by_pronoun:
        share *= _BY_PRONOUN
    if words <= _FEW_WORDS and not is_quoted:
        share *= _SHORT
    if not has_speaker:
        share *= _UNNAMED
    return round(share, 2)
