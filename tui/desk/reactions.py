"""Who reacts to what, in which order: the tables that hold the parts of the desk together.

Only parts that are made by then are asked: a part that nobody has needed yet has nothing that
could change. Each row is a part and a method of it.
"""

from __future__ import annotations

from tui.desk.surface import Occasion

Rows = tuple[tuple[str, str], ...]

REACTIONS: dict[Occasion, Rows] = {
    Occasion.CURSOR_MOVED: (
        ("library_opening", "save_place_soon"),
        ("targets", "show_chosen"),
        ("following", "follow_cursor"),
    ),
    Occasion.TEXT_SCROLLED: (
        ("library_opening", "save_place_soon"),
        ("labelling", "drop_if_moved"),
        ("following", "follow_view"),
    ),
    Occasion.TEXT_REWRAPPED: (
        ("labelling", "drop_if_moved"),
        ("jumping", "return_to_place"),
        ("following", "show_ribbon"),
    ),
    Occasion.TEXT_PRESSED: (
        ("labelling", "drop"),
        ("column", "stay_in_text"),
    ),
    Occasion.FOCUS_MOVED: (
        ("labelling", "drop_if_left"),
        ("column", "enter_focused"),
    ),
    # With the cursor, in the frame of the key: a mention lit later would flicker.
    Occasion.COMMAND_RUN: (
        ("article_facts", "apply"),
        ("following", "light_mentions"),
        ("backing_up", "note_activity"),
    ),
    Occasion.MARKS_CHANGED: (
        ("following", "show_marks"),
        ("targets", "show_chosen"),
    ),
    Occasion.ROWS_FOLDED: (
        ("following", "show_ribbon"),
        ("following", "sync_rows"),
    ),
    Occasion.RESULTS_SHOWN: (
        ("library_opening", "name_speakers"),
        ("ledger_link", "enter"),
        ("remembering", "remember"),
        ("seeking", "seek"),
    ),
    Occasion.LIBRARY_OPENED: (
        ("article_facts", "apply"),
        ("shown_results", "correct_again"),
        ("library_opening", "name_speakers"),
        ("arriving", "arrive_first"),
        ("arriving", "welcome"),
        ("source_changes", "tell"),
        ("changed_marks", "tell"),
        ("edited_copies", "offer"),
        ("offering", "offer"),
        ("ledger_link", "enter"),
        ("remembering", "remember"),
        ("backing_up", "watch"),
        ("library_opening", "save_place_soon"),
        ("seeking", "seek"),
    ),
    Occasion.SAVED: (("ledger_link", "enter_with_first_mark"), ("remembering", "remember")),
    Occasion.REFUSED: (
        ("article_facts", "apply"),
        ("following", "show_marks"),
        ("targets", "show_chosen"),
        ("shown_results", "correct_again"),
    ),
    Occasion.CHANGED_ELSEWHERE: (
        ("article_facts", "apply"),
        ("shown_results", "correct_again"),
        ("ledger_link", "read_again"),
        ("other_desks", "read_lists_again"),
    ),
    Occasion.RESUMED: (
        ("analysing", "resume"),
        ("rereading", "replace_if_waiting"),
        ("library_opening", "save_place_soon"),
    ),
    Occasion.RESIZED: (
        ("column", "lay_out"),
        ("column", "show_tabs"),
    ),
    Occasion.CLOSING: (
        ("copying", "stop"),
        ("piping", "stop"),
        ("rereading", "stop"),
        ("other_desks", "stop"),
        ("backing_up", "stop"),
    ),
}
"""What follows from each occasion."""

LAYERS: Rows = (
    ("moving", "drop_selection"),
    ("arranging", "drop_filter"),
    ("column", "back_to_text"),
    ("find_bar", "drop_matches"),
)
"""What Esc and `q` take off the desk, one at a time; each says whether there was anything."""

CANCELS: Rows = (("piping", "cancel"), ("rereading", "cancel"))
"""What ctrl+c stops; each says whether it ran."""

MADE_WITH_PANELS = ("column", "following", "shown_results", "analysing")
"""The parts that are made with the panels, because they react before any key."""
MADE_WITH_LIBRARY = (
    "targets", "correcting", "ledger_link", "arriving", "notes", "tagging", "offering",
    "library_opening", "other_desks", "backing_up", "changed_marks", "edited_copies",
    "source_changes", "article_facts", "remembering", "seeking",
)  # fmt: skip
"""The parts that are made when the library is open."""
READY_FOR_KEYS = (
    "moving", "selecting", "marking", "stepping", "rows", "undoing", "desk_commands", "arranging",
    "triage", "labelling", "find_bar", "linking",
)  # fmt: skip
"""Further parts whose modules are imported once the library is open, before their keys come."""
