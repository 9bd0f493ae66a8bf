"""reStructuredText: what docutils knows, what Sphinx adds, and nothing from outside."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from tests.documents.reader.made_files import contents_of, rendered_of
from tui.documents.article import TextStyle
from tui.documents.loading import load
from tui.errors import SourceError

DOCUMENT = """\
=====
Tides
=====

:Author: A. N. Author
:Date: 2024-03-04

.. contents:: Contents

Ebb
---

It *falls*; see `the page <https://a.example/>`_. [#f]_

    She said no.

.. [#f] In May.
"""


def words(text: str) -> str:
    return rendered_of("restructured_text", text.encode()).text


def test_title_author_day_headings_and_notes() -> None:
    contents = contents_of("restructured_text", DOCUMENT.encode())
    assert (contents.title, contents.byline) == ("Tides", "A. N. Author")
    assert contents.published == date(2024, 3, 4)
    rendered = rendered_of("restructured_text", DOCUMENT.encode())
    assert rendered.text == (
        "Tides\n\nEbb\n\nIt falls; see the page. [1]\n\nShe said no.\n\n[1] In May."
    )
    assert [span.style for span in rendered.styles] == [
        TextStyle.TITLE,
        TextStyle.HEADING,
        TextStyle.EMPHASIS,
        TextStyle.LINK,
        TextStyle.QUOTATION,
    ]


def test_a_head_like_that_of_a_mail_says_what_a_list_of_fields_says() -> None:
    made = (
        "Number: 12\nTitle: The tides\nAuthor: Nora Feld <nora@a.example>,\n        Ann Moss\n"
        "Created: 08-Mar-2009\n\n\nWhy\n===\n\nIt falls.\n"
    )
    contents = contents_of("restructured_text", made.encode())
    assert contents.title == "The tides"
    assert contents.byline == "Nora Feld, Ann Moss"
    assert contents.published == date(2009, 3, 8)
    assert rendered_of("restructured_text", made.encode()).text == "Why\n\nIt falls."
    assert "Title: no" in rendered_of("restructured_text", b"It falls.\nTitle: no\n\nWhy").text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("See :ref:`terms` and :func:`wait`.", "See terms and wait."),
        (".. versionadded:: 3.1\n   It is *here*.", "3.1 It is here."),
        ("a\n\n.. toctree::\n\n   b\n   c", "a"),
        (".. strange:: x\n\n   Its words.", ".. strange:: x\n\n   Its words."),
        ("A :strange:`role` and `broken_.", "A :strange:`role` and `broken_."),
        (".. image:: file:///etc/passwd\n   :alt: The pier", "[image: The pier]"),
    ],
)
def test_what_is_not_known_is_shown_as_it_stands(text: str, shown: str) -> None:
    assert words(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        ".. include:: {}",
        ".. literalinclude:: {}",
        ".. raw:: html\n   :file: {}",
        ".. csv-table:: x\n   :file: {}",
        ".. code:: \n   :file: {}",
        "|x|\n\n.. |x| image:: {}",
        ".. raw:: html\n\n   <script src='{}'>s3cret</script>",
    ],
)
def test_no_other_file_is_read(tmp_path: Path, text: str) -> None:
    other = tmp_path / "other"
    other.write_text("s3cret,words\n")
    path = tmp_path / "a.rst"
    path.write_text(f"Tides.\n\n{text.format(other)}\n")
    shown = load(str(path)).text
    assert shown.startswith("Tides.")
    assert "s3cret,words" not in shown


@pytest.mark.parametrize(
    "text",
    [
        "\n".join("   " * n + "- a" for n in range(300)),
        "a\n" * 3000,
        "`a" * 5000,
        "=\n" * 3000,
        "|" * 5000,
        "+--" * 2000 + "\n" + "| " * 2000,
    ],
    ids=["deep", "long", "quotes", "rules", "bars", "table"],
)
def test_anything_is_read_or_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.rst"
    path.write_text(text)
    with suppress(SourceError):
        assert load(str(path)).text
