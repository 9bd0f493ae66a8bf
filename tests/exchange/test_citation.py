"""A passage quoted elsewhere: words, speaker, and where they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from markdown_it import MarkdownIt

from tui.documents.article import Article, Milestone, MilestoneKind, Span
from tui.documents.loading import from_text
from tui.exchange.citation import (
    CITATION_FORMS,
    cited,
    cited_markdown,
    passage_of,
    words_of,
)
from tui.exchange.passage import Passage
from tui.settings.config import CITATION_CHOICES, Config

TEXT = (
    "The mill by the weir was sold in spring.\n\n"
    '"We had no choice," the miller, Jo Brandt, told the parish. "The wheel is *rotten*."\n\n'
    "A line of prose that somebody wrapped by hand at about fifty columns,\n"
    "and that goes on in the next line as if nothing had happened to it,\n"
    "until it ends here.\n\n"
    "Roses are red\n  violets are not\n"
)


def article(source: str = "/texts/mill.txt", published: date | None = date(2031, 5, 4)) -> Article:
    return from_text(TEXT, source, "The mill is sold", published=published)


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_a_citation_names_speaker_title_day_and_source() -> None:
    passage = Passage('"The wheel is *rotten*."', "Jo Brandt")
    assert cited(passage, article()) == (
        "“The wheel is *rotten*.”\n— Jo Brandt, “The mill is sold”, 4 May 2031, /texts/mill.txt"
    )


def test_a_citation_names_author_publication_and_the_address_on_the_web() -> None:
    page = replace(
        article("part:e3@/texts/feed.xml"),
        byline="Ann Smith",
        site="The Orrin Times",
        address="https://orrin.example/mill",
        milestones=(Milestone(0, MilestoneKind.TIME, "00:14:03"),),
    )
    passage = passage_of(page, [span("The mill")], "Jo Brandt")
    assert cited(passage, page).splitlines()[1] == (
        "— Jo Brandt, “The mill is sold”, by Ann Smith, The Orrin Times, 4 May 2031, 00:14:03, "
        "https://orrin.example/mill"
    )
    assert cited_markdown(passage, page).splitlines()[2] == (
        "— Jo Brandt, [The mill is sold](<https://orrin.example/mill>), by Ann Smith, "
        "The Orrin Times, 4 May 2031, 00:14:03"
    )
    # What lies in a container without an address of its own is cited by the container.
    inside = replace(page, address=None)
    assert cited(passage, inside).endswith(", /texts/feed.xml")


def test_what_is_not_known_is_left_out() -> None:
    passage = Passage("The mill was sold")
    stdin = article("stdin:0123abcd", None)
    assert cited(passage, stdin) == "“The mill was sold”\n— “The mill is sold”"


def test_a_question_stands_above_the_words_that_raise_it() -> None:
    passage = Passage("nobody knows", about="Who bought it?")
    assert cited(passage, article()).splitlines()[:2] == ["Who bought it?", "“nobody knows”"]
    assert cited_markdown(passage, article()).startswith("Who bought it?\n\n> nobody knows\n\n— ")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ('"We had no choice,"', "“We had no choice,”"),
        ("“We had no choice,”", "“We had no choice,”"),
        ("We had no choice", "“We had no choice”"),
        ('"We had no choice', "“We had no choice”"),
        ('"One," he said. "Two."', '“"One," he said. "Two."”'),
        ('He said "no".', '“He said "no".”'),
    ],
)
def test_words_never_get_a_second_pair_of_quotation_marks(words: str, shown: str) -> None:
    assert cited(Passage(words), article()).splitlines()[0] == shown


def test_the_parts_of_an_interrupted_quote_are_joined() -> None:
    parts = [span('"We had no choice,"'), span('"The wheel is *rotten*."')]
    assert words_of(article(), parts) == "We had no choice, … The wheel is *rotten*."


def test_soft_line_breaks_are_blanks_and_verse_keeps_its_lines() -> None:
    whole = words_of(article(), [Span(TEXT.index("by hand"), len(TEXT))])
    assert whole == (
        "by hand at about fifty columns, and that goes on in the next line as if nothing had "
        "happened to it, until it ends here.\n\nRoses are red\n  violets are not"
    )


def test_markdown_shows_the_words_as_they_stand() -> None:
    text = cited_markdown(Passage('"The wheel is *rotten*."', "Jo Brandt"), article())
    quote, line = MarkdownIt("commonmark").render(text).split("</blockquote>")
    assert "&quot;The wheel is *rotten*.&quot;" in quote
    assert line.strip() == (
        "<p>— Jo Brandt, <em>The mill is sold</em>, 4 May 2031, /texts/mill.txt</p>"
    )


def test_in_markdown_an_address_is_a_link() -> None:
    text = cited_markdown(Passage("sold"), article("https://mill.example/a_(b)?c=<d>"))
    shown = MarkdownIt("commonmark").render(text)
    assert '<a href="https://mill.example/a_(b)?c=%3Cd%3E">The mill is sold</a>' in shown


def test_every_paragraph_of_a_passage_stays_in_the_quotation() -> None:
    text = cited_markdown(Passage("one\n\ntwo\nthree"), article())
    assert text.startswith("> one\n>\n> two\n> three\n\n— ")


def test_every_form_that_the_settings_name_is_there() -> None:
    assert tuple(CITATION_FORMS) == CITATION_CHOICES
    assert Config().citation in CITATION_FORMS
