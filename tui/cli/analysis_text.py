"""An analysis as text for a person: `closeread analyze SOURCE` without `--json`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from tui.analysis.results import Analysis, Entity, Question, Quote
from tui.analysis.telling_sources import telling_source
from tui.cli.counting import counted
from tui.cli.sources import shown_source
from tui.corrections.in_words import NOTHING_SURE, asked, below_clause, less_sure
from tui.documents.article import Article, Span
from tui.documents.divided_words import undivided
from tui.documents.sanitising import sanitise_line

LONGEST_LINE = 200
"""Code points of a passage before it is cut: the source has the rest."""


def analysis_text(article: Article, analysis: Analysis) -> str:
    """What is in an article, in three lists under its title."""
    lines = [_line(article.title), _facts(article)]
    if not analysis.is_read:
        lines += [
            "",
            "closeread analyses English; this text is in another language; "
            "--language en reads it as English all the same.",
        ]
        return "\n".join(lines)
    lines += ["", f"Entities {len(analysis.entities)}"]
    width = max((len(str(len(entity.mentions))) for entity in analysis.entities), default=1)
    lines += [
        f"  {len(entity.mentions):{width}}  {_line(entity.name)}  {_kind(entity)}"
        for entity in analysis.entities
    ] or ["  Nobody and nothing is named in this text."]
    # What somebody only thinks is in the object of --json.
    said = [quote for quote in analysis.quotes if not quote.view]
    lines += ["", f"Quotes {len(said)}"]
    lines += _quotes(article, said) or ["  No one is quoted in this text."]
    sure = [question for question in analysis.questions if question.is_sure]
    rest = [question for question in analysis.questions if not question.is_sure]
    lines += ["", f"Open questions {len(sure)}"]
    lines += _questions(article, sure) or [f"  {NOTHING_SURE if rest else 'Nothing is left open.'}"]
    if rest:
        lines += ["", f"  {less_sure(len(rest))}:", *_questions(article, rest)]
    return "\n".join(lines)


def _kind(entity: Entity) -> str:
    """Its type, and what is known of it beside its name."""
    more = (entity.role, entity.resolved, entity.stands_for and f"stands for {entity.stands_for}")
    return " · ".join([entity.type.value.lower(), *(_line(fact) for fact in more if fact)])


def paragraph_number(article: Article, offset: int) -> int:
    """The number the desk shows for the paragraph at an offset; the first is 1."""
    return max(1, bisect_right(article.blocks, offset, key=lambda block: block.start))


def passage(article: Article, spans: Iterable[Span]) -> str:
    """The words of some spans on one line, parts joined by an ellipsis."""
    text = article.readable
    return _line(" … ".join(undivided(text[span.start : span.end], text) for span in spans))


def _facts(article: Article) -> str:
    """Place, day and length of the article, and where it was read from."""
    day = article.published.isoformat() if article.published else None
    words = counted(article.word_count, "word")
    facts = [article.place, day, words, shown_source(article.source)]
    return _line(" · ".join(fact for fact in facts if fact))


def _quotes(article: Article, quotes: Iterable[Quote]) -> list[str]:
    lines = []
    for quote in quotes:
        lines.append(f"  {passage(article, quote.content)}")
        source = passage(article, telling_source(quote, article.readable))
        speaker = quote.speaker_name or source or "speaker not named"
        facts = [_line(speaker), quote.kind.value]
        if quote.anonymous:
            facts.append("anonymous")
        facts.append(f"¶{paragraph_number(article, quote.content[0].start)}")
        lines.append(f"      {' · '.join(facts)}")
    return lines


def _questions(article: Article, questions: Iterable[Question]) -> list[str]:
    return list(_question_lines(article, questions))


def _question_lines(article: Article, questions: Iterable[Question]) -> Iterator[str]:
    for question in questions:
        number = paragraph_number(article, question.evidence.start)
        yield f"  {_line(asked(question.text))}"
        below = below_clause(article.readable, question) or passage(article, [question.evidence])
        yield f"      {_line(below)} · ¶{number}"


def _line(text: str) -> str:
    return sanitise_line(text, limit=LONGEST_LINE)
