"""Firms that bear the last name of a person of the text.

"Dell said its founder, Michael Dell, would stay": the bare name is the firm's, "Mr Dell"
and "Michael Dell" are the person's.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from tui.analysis.entities.keys import Key, key_of
from tui.analysis.entities.paragraph_names import NameCandidate
from tui.analysis.lexicons import words

_NEAR = 8
"""Tokens behind a name in which "its" means what it names."""
_DECIDING = words("would will had has plans planned")
"""What stands behind "that it" where it is a firm that says what it does itself."""
_IMPERSONAL = words("be been take rain snow seem become have happen cost")
"""What "it" does that is nobody."""
_TRADED = words("shares stock factory plant dealership employees shareholders earnings")
"""What stands behind the name of a firm."""


def firms_named_like(named: Sequence[NameCandidate], family_names: Set[Key]) -> set[Key]:
    """The last names that alone mean a firm, by what stands behind them."""
    introduced: set[Key] = set()
    told_apart = {key_of(name.text) for name in named if name.gender is not None}
    firms: set[Key] = set()
    for name in sorted(named, key=lambda name: name.span):
        key = key_of(name.text)
        if len(key) > 1:
            introduced.add(key[-1:])
        if key not in family_names or name.gender is not None or name.role is not None:
            continue
        if key in introduced:
            continue
        if _owns(name) or _decides(name) or (key in told_apart and _acts_in_text(name)):
            firms.add(key)
    return firms


def _owns(name: NameCandidate) -> bool:
    """Whether "its" follows in the same clause, or shares and works do."""
    following = name.paragraph.tokens[name.end : name.end + _NEAR]
    if following and following[0].lower_ in _TRADED:
        return True
    if name.paragraph.doc[name.start : name.end].root.dep_ != "nsubj":
        return False
    for token in following:
        if token.pos_ == "PROPN" or token.is_sent_start or token.text in (",", ";", ":"):
            return False
        if token.lower_ == "its":
            return True
    return False


def _acts_in_text(name: NameCandidate) -> bool:
    """Whether a bare name is the subject of a whole sentence.

    Where a text writes "Mr Tarvo", the bare name is no person's who is not yet brought in.
    """
    root = name.paragraph.doc[name.start : name.end].root
    sentence = root.sent
    return root.dep_ == "nsubj" and not name.is_sure and sentence[-1].text == "."


def _decides(name: NameCandidate) -> bool:
    """Whether "that it would close" follows: what the firm says of itself."""
    tokens = name.paragraph.tokens[name.end : name.end + _NEAR]
    for that, it, verb in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (that.lower_, it.lower_) == ("that", "it") and verb.lower_ in _DECIDING:
            return verb.head.lemma_ not in _IMPERSONAL and it.dep_ == "nsubj"
    return False
