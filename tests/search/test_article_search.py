"""The finder over the open article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from tui.analysis.results import (
    Analysis,
    Entity,
    EntityType,
    Mention,
    Question,
    QuestionKind,
    Quote,
    QuoteKind,
)
from tui.analysis.rules import MentionRule
from tui.documents.article import Article, Span
from tui.documents.blocks import split_blocks
from tui.documents.loading import from_text
from tui.documents.sanitising import sanitise
from tui.search.article_search import ArticleIndex, Hit, HitKind
from tui.session.reading import ReadingSession
from tui.settings.colours import Colour
from tui.store.anchors import describe
from tui.store.database import Database
from tui.store.highlight_rows import Highlight

TEXT = """Maria Keller, head of the Harbour Board, opened the
new bridge on 3 May.

"We waited for years," Ms Keller said. It is not clear who
will pay for the repairs.

The board meets again in June. Keller's deputy stayed away."""


@dataclass(frozen=True)
class Marked:
    highlight: Highlight
    parts: tuple[Span, ...]
    state: str = "exact"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def entity(name: str, kind: EntityType, *mentions: str, role: str | None = None) -> Entity:
    return Entity(
        name, kind, tuple(Mention(span(m), MentionRule.SAME_NAME) for m in mentions), role=role
    )


ANALYSIS = Analysis(
    language="en",
    entities=(
        entity("3 May", EntityType.DATE, "3 May"),
        entity(
            "Maria Keller",
            EntityType.PERSON,
            "Maria Keller",
            "Keller said",
            role="head of the Harbour Board",
        ),
        entity("Harbour Board", EntityType.ORG, "Harbour Board"),
    ),
    quotes=(
        Quote((span('"We waited for years,"'),), QuoteKind.DIRECT, speaker_name="Maria Keller"),
    ),
    questions=(
        Question(
            span("It is not clear who\nwill pay for the repairs"),
            "Who will pay for the repairs?",
            QuestionKind.UNKNOWN,
            "text",
            3,
        ),
    ),
)


def article(text: str = TEXT) -> Article:
    return Article("test", text, "A bridge", split_blocks(text))


def mark(words: str, note: str, speaker: str | None = None) -> Marked:
    where = span(words)
    anchor = describe(TEXT, where.start, where.end)
    return Marked(Highlight("1", "d", anchor, Colour.GREEN, note, speaker), (where,))


def index(marks: Sequence[Marked] = ()) -> ArticleIndex:
    return ArticleIndex.build(article(), ANALYSIS, marks)


def kinds(hits: Sequence[Hit]) -> list[HitKind]:
    return [hit.kind for hit in hits]


def test_a_name_gives_the_person_before_the_sentences_with_it() -> None:
    hits = index().search("keller")
    assert (hits[0].kind, hits[0].title) == (HitKind.ENTITY, "Maria Keller")
    assert hits[0].entity_type is EntityType.PERSON
    assert kinds(hits).count(HitKind.TEXT) == 3


def test_an_entity_is_found_by_its_role() -> None:
    hits = index().search("maria head")
    assert hits[0].title == "Maria Keller"
    assert [hits[0].detail[s.start : s.end] for s in hits[0].detail_marked] == ["head"]


def test_a_quote_is_found_by_its_words_and_its_speaker_together() -> None:
    hits = [hit for hit in index().search("keller waited") if hit.kind is HitKind.QUOTE]
    assert [(hit.title, hit.detail) for hit in hits] == [('"We waited for years,"', "Maria Keller")]


def test_a_question_is_found_by_its_evidence_and_enter_goes_there() -> None:
    hit = next(hit for hit in index().search("clear pay") if hit.kind is HitKind.QUESTION)
    assert hit.span == span("It is not clear who\nwill pay for the repairs")
    assert hit.paragraph == 2


def test_a_mark_is_found_by_its_note_and_speaker() -> None:
    marks = [mark("The board meets again", "check the minutes", speaker="Ann Lee")]
    hits = index(marks).search("minutes lee")
    assert kinds(hits) == [HitKind.MARK]
    assert hits[0].detail == "Ann Lee · check the minutes"


@pytest.mark.parametrize("query", ["repairs", "repiars", "rpairs", "repa", "REPAIRS pay"])
def test_a_typo_or_a_beginning_still_finds_the_sentence(query: str) -> None:
    texts = [hit.title for hit in index().search(query) if hit.kind is HitKind.TEXT]
    assert texts == ["It is not clear who will pay for the repairs."]


def test_marked_letters_stand_on_the_row_that_is_shown() -> None:
    hit = next(hit for hit in index().search("bridge opened") if hit.kind is HitKind.TEXT)
    assert [hit.title[s.start : s.end] for s in hit.spans_marked] == ["opened", "bridge"]
    assert "\n" not in hit.title
    assert TEXT[hit.span.start : hit.span.end].split() == hit.title.split()


def test_without_a_query_come_findings_and_marks_but_no_text() -> None:
    hits = index([mark("The board meets again", "")]).search("")
    assert [(hit.kind, hit.title) for hit in hits] == [
        (HitKind.ENTITY, "Maria Keller"),
        (HitKind.ENTITY, "Harbour Board"),
        (HitKind.ENTITY, "3 May"),
        (HitKind.QUOTE, '"We waited for years,"'),
        (HitKind.QUESTION, "Who will pay for the repairs?"),
        (HitKind.MARK, "The board meets again"),
    ]


def test_many_entities_leave_room_for_the_rest() -> None:
    names = tuple(entity(f"Name {n}", EntityType.PERSON, "Maria Keller") for n in range(300))
    analysis = Analysis("en", names, ANALYSIS.quotes, ANALYSIS.questions)
    hits = ArticleIndex.build(article(), analysis, []).search("", limit=50)
    assert len(hits) == 50
    assert {HitKind.QUOTE, HitKind.QUESTION} < set(kinds(hits))


def test_the_text_is_searched_before_the_analysis_is_there() -> None:
    assert kinds(ArticleIndex.build(article(), None, []).search("deputy")) == [HitKind.TEXT]


def test_a_new_mark_is_found_and_the_text_still_is() -> None:
    before = index()
    before.search("board")
    after = before.updated(ANALYSIS, [mark("The board meets again", "follow up")])
    assert kinds(after.search("follow")) == [HitKind.MARK]
    assert HitKind.TEXT in kinds(after.search("board"))
    assert before.search("follow") == []


def test_the_marks_of_a_session_are_found() -> None:
    with Database.in_memory() as database:
        session = ReadingSession.open(database, article(), lambda event: None)
        made = session.highlight(span("new bridge"), Colour.PINK)
        session.set_note(made.highlight.id, "why new?")
        hits = ArticleIndex.build(article(), None, session.marks).search("why")
    assert [(hit.kind, hit.title, hit.span) for hit in hits] == [
        (HitKind.MARK, "new bridge", span("new bridge"))
    ]


def test_equals_come_in_the_order_of_the_text() -> None:
    text = "\n\n".join(f"The same words, time {n}." for n in range(9))
    hits = ArticleIndex.build(article(text), None, []).search("same words")
    assert [hit.paragraph for hit in hits] == list(range(1, 10))


def test_the_limit_holds_and_an_empty_text_has_nothing() -> None:
    assert len(index().search("k", limit=2)) == 2
    empty = ArticleIndex.build(article(""), None, [])
    assert empty.search("word") == []
    assert empty.search("") == []


def test_a_sentence_over_the_end_of_a_page_is_one_row_without_what_stands_between() -> None:
    pages = sanitise(
        "The piers have been moving since the\n\n12\n\f\n\nwinter. Nobody knows why.\n"
    )
    found = from_text(pages, "/a.txt")
    hits = ArticleIndex.build(found, None, ()).search("since winter")
    assert [hit.title for hit in hits] == ["The piers have been moving since the winter."]
