"""Rich Text: its words, its title, and what programs write wrongly."""

from __future__ import annotations

import pytest

from tests.documents.reader.made_files import contents_of, rendered_of

HEAD = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}"


def made(rest: str) -> bytes:
    return f"{HEAD}{rest}}}".encode("latin-1")


@pytest.mark.parametrize(
    ("info", "title"),
    [
        (r"{\info{\author a}{\title The caf\'e9}}", "The café"),
        (r"{\info{\title The \u8220?port\u8221?}{\author a}}", "The “port”"),
        (r"{\info{\title ????}}", None),
        (r"{\info{\title }}", None),
        (r"{\info{\author a}}", None),
        ("", None),
    ],
)
def test_the_title_a_document_gives_itself(info: str, title: str | None) -> None:
    contents = contents_of("rich_text", made(rf"{info}\pard It is shut.\par"))
    assert contents.title == title
    assert [piece.content.text for piece in contents.pieces] == ["It is shut."]


def test_bytes_of_a_picture_without_their_number_do_not_stop_it() -> None:
    text = made(r"{\pict\jpegblip \bin ffd8ff}\pard It is shut.\par")
    assert rendered_of("rich_text", text).text == "It is shut."


def test_signs_of_symbol_fonts_are_shown() -> None:
    assert rendered_of("rich_text", made(r"\pard \u-3913?\tab It is shut.\par")).text == (
        "• It is shut."
    )
