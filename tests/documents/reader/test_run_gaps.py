"""What belongs between the parts of an article that an extractor took."""

from __future__ import annotations

from tui.documents.reader.markup_pieces import Run, markup_runs
from tui.documents.reader.markup_tree import parsed
from tui.documents.reader.run_gaps import filled


def runs_of(html: str) -> list[Run]:
    return markup_runs(parsed(html))


def taken(runs: list[Run], sign: str) -> frozenset[int]:
    return frozenset(number for number, run in enumerate(runs) if sign in run.words)


def test_a_list_is_filled_up_where_most_of_it_was_taken_and_no_other() -> None:
    most = "<ul><li>we took this here</li><li>we took that there</li><li>and all of this</li></ul>"
    few = "<ul><li>we took it at last</li>" + "<li>but none of this here</li>" * 3 + "</ul>"
    runs = runs_of((most + few) * 60)
    found = filled(runs, taken(runs, "we took"))
    assert found == taken(runs, "we took") | taken(runs, "and all of this")


def test_a_quotation_between_parts_of_an_article_is_of_it() -> None:
    post = "<blockquote><div>The pier is shut</div><a href='/x'>Orsk, 3 May</a></blockquote>"
    runs = runs_of(f"<div><p>We took one.</p></div><div>{post}</div><p>We took two.</p>{post}")
    found = [runs[number].words for number in sorted(filled(runs, taken(runs, "We took")))]
    assert found == ["We took one.", "The pier is shut", "Orsk, 3 May", "We took two."]


def test_a_frame_that_only_looks_like_a_quotation_is_not_taken_for_a_part_of_it() -> None:
    rest = "<div>and much more that is of no article at all</div>" * 3
    runs = runs_of(f"<blockquote><p>We took one.</p>{rest}<p>We took two.</p></blockquote>")
    assert filled(runs, taken(runs, "We took")) == taken(runs, "We took")
