"""The reader's words that the disk refused: told, warned of, handed to the next desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.corrections.corrected import CorrectionTarget
from tui.desk.annotating import UnsavedTags
from tui.desk.keeping_words import Typed
from tui.desk.marking import UnsavedNote
from tui.documents.article import Span
from tui.store.anchors import Located, describe
from tui.store.placement import Placement

if TYPE_CHECKING:
    from tui.desk.opening import Opening
    from tui.session.reading import SaveFailed


def tell_refused(desk: Opening, failed: SaveFailed) -> None:
    """Say why a change is drawn back, and which key has the words that belong to it."""
    about = failed.highlight_id or next((made.id for made in failed.corrections), None)
    is_first = not desk.refused
    # What follows a refused change is refused for its sake; the first reason counts.
    reason = desk.refused.setdefault(about, failed.reason)
    if about in desk.unsaved_notes:
        desk.say_unsaved(reason)
    elif any(made.id in desk.unsaved_words for made in failed.corrections):
        again = desk.key(desk.command_of_words)
        desk.say(f"not saved: {reason}; {again} has your words", warning=True)
    elif about in desk.unsaved_tags:
        desk.say_unsaved_tags(reason)
    elif about is not None or is_first:
        # The place of the reading is tried again and again: that is said once.
        desk.say(reason, warning=True)


def refused_clause(desk: Opening) -> str:
    """What of the reader's words is not saved and which key has it; empty for nothing.

    What is still on its way is not meant: it is waited for when the desk is left.
    """
    desk.notes_settled()
    desk.words_settled()
    if desk.session and desk.session.pending_count:
        return ""
    if count := len(desk.unsaved_notes):
        notes = "1 note is" if count == 1 else f"{count} notes are"
        return f"{notes} not saved; {desk.key('mark.note')} opens it again"
    if desk.unsaved_tags:
        return f"your tags are not saved; {desk.key('mark.tags')} opens them again"
    if desk.unsaved_words:
        return f"a correction is not saved; {desk.key(desk.command_of_words)} opens it again"
    if any(given.answer for given in desk.unsaved_answers.values()):
        return f"an answer is not saved; {desk.key('ledger.library')} lists its question"
    return ""


def hand_over(old: Opening, new: Opening) -> None:
    """Give the words that are not saved to the desk with the changed text.

    They go along with their passages. What has no certain place in the new text stays with
    the old desk; the program prints it at its end.
    """
    new.unsaved_answers |= old.unsaved_answers
    old.unsaved_answers = {}
    if not (old.unsaved_notes or old.unsaved_tags or old.unsaved_words):
        return
    text, revision = old.article.text, old.article.text_hash
    placement = Placement(new.article, {revision: text})

    def carried(span: Span) -> Span | None:
        found = placement.of(describe(text, span.start, span.end, revision))
        return Span(found.start, found.end) if isinstance(found, Located) else None

    for ident, note in list(old.unsaved_notes.items()):
        if span := carried(note.span):
            new.unsaved_notes[ident] = UnsavedNote(span, note.text)
            del old.unsaved_notes[ident]
    for ident, tags in list(old.unsaved_tags.items()):
        if span := carried(tags.span):
            new.unsaved_tags[ident] = UnsavedTags(span, tags.line)
            del old.unsaved_tags[ident]
    for ident, typed in list(old.unsaved_words.items()):
        about = typed.target
        if span := carried(about.span):
            target = CorrectionTarget(about.subject, span, about.name, about.type)
            new.unsaved_words[ident] = Typed(target, typed.boxes, typed.value)
            del old.unsaved_words[ident]
