"""Which source phrases are shown where no name is known."""

from __future__ import annotations

import pytest

from tui.analysis.results import Quote, QuoteKind
from tui.analysis.telling_sources import telling_source
from tui.documents.article import Span


@pytest.mark.parametrize(
    ("source", "tells"),
    [("the report", True), ("He", False), ("they", False), ("which", False), ("", False)],
)
def test_bare_pronoun_is_never_shown_as_a_speaker(source: str, tells: bool) -> None:
    text = f"{source} said so"
    spans = (Span(0, len(source)),) if source else ()
    quote = Quote((Span(len(text) - 2, len(text)),), QuoteKind.INDIRECT, speaker=spans)
    assert telling_source(quote, text) == (spans if tells else ())
