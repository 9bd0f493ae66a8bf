from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality import web_pages
from tests.quality.web_pages import Page


def test_pages_that_are_not_there_are_not_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CLOSEREAD_PAGES", raising=False)
    assert web_pages.main() == 0
    monkeypatch.setenv("CLOSEREAD_PAGES", str(tmp_path))
    assert web_pages.main() == 0
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) == 1 + len(web_pages.SETS)
    assert all("not measured" in row for row in rows)


def test_scores_are_those_of_the_benchmarks() -> None:
    assert web_pages.word_f1("a b c", "a b d") == pytest.approx(2 / 3)
    assert web_pages.shingle_scores("a b c d e", "a b c d") == (0.5, 1.0)
    assert web_pages.same("The  Pier’s end", "the pier's end")
    assert web_pages.has_names("By Ina Holt, editor", "Ina Holt")


def test_a_form_counts_only_where_it_was_kept_as_such() -> None:
    from lxml.html import fromstring

    html = (
        "<html><body><article><h2>What it costs</h2><p>"
        + "The pier costs three million crowns, the mayor said. " * 9
        + "</p><blockquote><p>Nobody told us.</p><p>And nobody will.</p></blockquote>"
        + "<ul><li>three million for wood</li></ul></article></body></html>"
    )
    form = fromstring(
        html.replace("<ul>", "<h3>three million for wood</h3><p>Reply</p><ul>").replace(
            "</article>", "<blockquote>What it costs</blockquote></article>"
        )
    )
    kept = list(web_pages.kept_forms(web_pages.read(Page("a", html, "", form=form))))
    assert kept == [
        ("headings", True),
        ("paragraphs", True),
        ("quotations", True),
        ("quotations", True),
        ("headings", False),
        ("list items", True),
        ("quotations", False),
    ]
