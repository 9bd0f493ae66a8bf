"""What the index of a library narrows a search to is never less than what the query asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.article import Article, Span
from tui.documents.blocks import split_blocks
from tui.library import Library
from tui.search.filters import Filters
from tui.search.library_hits import facts_of
from tui.search.library_search import LibrarySearch
from tui.search.query import parse_query
from tui.search.vocabulary import Vocabulary
from tui.session.reading import ReadingSession
from tui.settings.colours import Colour
from tui.store import highlight_records
from tui.store.database import Database
from tui.store.further_anchors import Extent
from tui.store.made_on import MadeOn
from tui.store.made_words import note_made

WORDS = (
    "the", "The", "other", "there", "of", "off", "don’t", "don't", "dont", "o'clock", "Café",
    "cafe", "ends", "weekends", "ending", "U.S.", "us", "e-mail", "“the", "of,", "under_score",
    "Straße", "1,000", "(the)",
)  # fmt: skip
TERMS = (
    "the", "of", "^the", "the$", "'the", "'th", "ends$", "^ends", "'don't", "'dont", "^don", "'us",
    "'u.s.", '"of the"', '"off the"', '^"the other"', '"the ends"$', "'e", "'e-mail", "^the$",
    "note:the", "note:^of", "who:the", "about:^the",
    "who:^of", "about:ends$", "who:the$", "tag:a", "color:blue", "is:noted", "'strasse",
    "'1,000", "'under_", "'(the)", "since:2020",
)  # fmt: skip


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    random = Random(3)
    passages = [" ".join(random.choices(WORDS, k=random.randint(1, 5))) for _ in range(120)]
    text = "\n\n".join(passages)
    with Database.in_memory() as database:
        article = Article("/a.txt", text, "Of the other ends", split_blocks(text))
        session = ReadingSession.open(database, article, lambda event: None)
        at = 0
        made: dict[str, tuple[Extent, MadeOn]] = {}
        for number, passage in enumerate(passages):
            mark = session.highlight(
                Span(at, at + len(passage)), list(Colour)[number % 4], passages[-number][:9]
            )
            if number % 3 == 0:
                session.set_note(mark.highlight.id, passages[number // 2])
            if number % 5 == 0:
                session.set_tags(mark.highlight.id, ("a",))
            if number % 2:
                extent = mark.highlight.extent
                names = (passages[number // 3], passages[-1 - number // 4])
                made[mark.highlight.id] = extent, MadeOn(False, False, False, names[1], "", names)
            at += len(passage) + 2
        session.close()
        database.submit(lambda c: note_made(c, made)).result()
        yield Library(database)


groups = st.lists(
    st.lists(
        st.tuples(st.booleans(), st.sampled_from(TERMS)).map(lambda each: "!" * each[0] + each[1]),
        min_size=1,
        max_size=2,
    ).map(" | ".join),
    min_size=1,
    max_size=3,
)


@given(groups, st.booleans())
def test_the_index_leaves_out_nothing_that_is_asked_for(
    library: Library, asked: list[str], is_rare: bool
) -> None:
    query = parse_query(" ".join(asked))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(highlight_records, "_FEW_WORDS", 1 if is_rare else 50)
        patch.setattr(highlight_records, "_RARE", 30 if is_rare else 3000)
        found = {hit.record.highlight.id for hit in LibrarySearch(library).search(query)}
    vocabulary = Vocabulary(library.highlight_vocabulary().words)
    words = tuple((term,) for group in query.groups for term in group if group not in query.filters)
    filters = Filters(
        [*query.filters, *words], lambda w: vocabulary.expand(w, 128), datetime.now(UTC).date()
    )
    wanted = {r.highlight.id for r in library.all_highlights() if filters.meets(facts_of(r))}
    assert found == wanted
