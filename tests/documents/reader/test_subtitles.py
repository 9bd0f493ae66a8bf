"""Subtitles: sentences and turns of what was shown line by line, with who spoke and when."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.reader.made_files import contents_of, milestones_of, rendered_of
from tui.documents.fetched import Fetched
from tui.documents.loaders import loader_of
from tui.documents.loading import load


def cues(*each: str, seconds: int = 2) -> bytes:
    """WebVTT with a cue for each of some words, one right after the other."""
    times = [f"{n * seconds // 60:02}:{n * seconds % 60:02}.000" for n in range(len(each) + 1)]
    shown = [
        f"{start} --> {end}\n{words}\n"
        for start, end, words in zip(times, times[1:], each, strict=False)
    ]
    return "\n".join(["WEBVTT\n", *shown]).encode()


def words(*each: str) -> str:
    return rendered_of("subtitles", cues(*each)).text


def test_cues_are_joined_to_sentences_and_say_when_they_were_said() -> None:
    rendered = rendered_of("subtitles", cues("It is shut", "since May.", "Who says so?"))
    assert rendered.text == "It is shut since May. Who says so?"
    assert milestones_of(rendered) == [
        ("time", "00:00:00", "It is shut"),
        ("time", "00:00:02", "since May."),
        ("time", "00:00:04", "Who says s"),
    ]


def test_a_voice_is_a_turn_with_its_name() -> None:
    made = cues("<v Ann Smith>It is shut", "<v Ann Smith>since May.", "<v.loud Bo>No!</v>", "Oh.")
    rendered = rendered_of("subtitles", made)
    assert rendered.text == "Ann Smith: It is shut since May.\n\nBo: No!\n\nOh."
    speakers = [each for each in milestones_of(rendered) if each[0] == "speaker"]
    assert speakers == [("speaker", "Ann Smith", "Ann Smith:"), ("speaker", "Bo", "Bo: No!\n\nO")]


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (["- Did you?\n- No."], "Did you?\n\nNo."),
        (["-Did you?\n-No."], "Did you?\n\nNo."),
        (["It is -- shut -", "ish."], "It is -- shut - ish."),
        (["MAYOR RUIZ: We asked.", "Nobody came.", "MS. LI: Why?"],
         "MAYOR RUIZ: We asked. Nobody came.\n\nMS. LI: Why?"),
        ([">> We asked.", ">>> And?"], "We asked.\n\nAnd?"),
        (["<v A>One <v B>two", "<v B>three"], "A: One\n\nB: two three"),
        (["<v A>One\ntwo"], "A: One two"),
        (["<i>It</i> is <c.x>shut</c> &amp; <00:01.000>done."], "It is shut & done."),
        (["{\\an8}It is <font color='red'>shut</font>."], "It is shut."),
        (["<ruby>漢<rt>kan</rt></ruby>"], "漢"),
        (["2 < 3 &lt;b&gt;"], "2 < 3 <b>"),
        (["It \x1b[31m &#27;is"], "It ␛[31m is"),
        (["hello", "hello\nthere", "there\nall of you"], "hello there all of you"),
        (["No.", "No."], "No. No."),
    ],
)  # fmt: skip
def test_turns_and_tags(shown: list[str], text: str) -> None:
    assert words(*shown) == text


@pytest.mark.parametrize("sound", ["[door closes]", "(APPLAUSE)", "♪ la la ♪", "♪"])
def test_a_sound_is_shown_and_not_analysed(sound: str) -> None:
    rendered = rendered_of("subtitles", cues("Come", sound, "in."))
    assert rendered.text == f"Come\n\n{sound}\n\nin."
    assert [rendered.text[span.start : span.end] for span in rendered.asides] == [sound]


def test_a_paragraph_ends_with_its_sentence_after_a_pause_or_when_it_is_long() -> None:
    paused = (
        b"WEBVTT\n\n00:01.000 --> 00:02.000\nIt is shut.\n\n00:10.000 --> 00:11.000\nWhy\n\n"
        b"00:17.000 --> 00:18.000\nis it?\n\n00:40.000 --> 00:41.000\nand\n"
    )
    assert rendered_of("subtitles", paused).text == "It is shut.\n\nWhy is it?\n\nand"
    rendered = rendered_of("subtitles", cues(*["It is shut."] * 200))
    assert len(rendered.blocks) == 4
    assert all(600 < block.end - block.start < 900 for block in rendered.blocks[:-1])
    unpunctuated = rendered_of("subtitles", cues(*["it is shut and"] * 400))
    assert len(unpunctuated.blocks) > 2


SUBRIP = (
    "1\r\n00:00:01,5 --> 00:00:02,000\r\nIt is shut\r\n2\r\n01:00:03,000 --> 01:00:04,000\r\nnow."
)


def test_subrip_with_lines_missing_is_read() -> None:
    rendered = rendered_of("subtitles", SUBRIP.encode())
    assert rendered.text == "It is shut\n\nnow."
    assert [each[1] for each in milestones_of(rendered)] == ["00:00:01", "01:00:03"]


def test_times_in_whole_seconds_are_times() -> None:
    made = b"00:01:39 --> 00:01:41,04\nIt is shut.\n"
    assert rendered_of("subtitles", made).text == "It is shut."
    assert loader_of(Fetched(made, None, "x")).name == "subtitles"


def test_comments_styles_and_names_of_cues_are_no_words() -> None:
    made = (
        b"\xef\xbb\xbfWEBVTT - The harbour talks\nKind: captions\n\nNOTE a\ncomment\n\nSTYLE\n"
        b"::cue {}\n\nREGION\nid:a\n\nintro-1\n00:01.000 --> 00:02.000 align:start\nIt is shut.\n"
    )
    contents = contents_of("subtitles", made)
    assert contents.title == "The harbour talks"
    assert rendered_of("subtitles", made).text == "It is shut."


HOSTILE = {
    "no time": "99999:00.000 --> x\nIt",
    "no end": "00:01.000 -->\nIt",
    "times only": "00:01.000 --> 00:02.000\n" * 5000,
    "blank lines": "\n" * 100_000,
    "voices": "00:01.000 --> 00:02.000\n" + "<v " * 20_000,
    "rubies": "00:01.000 --> 00:02.000\n" + "<rt" * 20_000,
    "tags": "00:01.000 --> 00:02.000\n" + "<" * 50_000,
    "brackets": "00:01.000 --> 00:02.000\n" + "[" * 20_000,
    "braces": "00:01.000 --> 00:02.000\n" + "{\\" * 20_000,
    "notes": "00:01.000 --> 00:02.000\n" + "♪a" * 20_000,
}


@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE)
def test_anything_is_read_whatever_it_holds(made: str) -> None:
    rendered_of("subtitles", f"WEBVTT\n\n{made}".encode())


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (SUBRIP.encode(), True),
        ("\ufeffWEBVTT\n".encode("utf-16-le"), True),
        ("\ufeffWEBVTT\n".encode("utf-32-le"), True),
        (b"WEBVTT", True),
        (b"WEBVTTS are many", False),
        (b"1\nThe harbour", False),
    ],
)
def test_subtitles_are_known_by_their_bytes(data: bytes, is_one: bool) -> None:
    assert (loader_of(Fetched(data, None, "x")).name == "subtitles") is is_one


def test_subtitles_without_a_title_are_called_as_their_file(tmp_path: Path) -> None:
    path = tmp_path / "harbour talks.srt"
    path.write_text(SUBRIP)
    assert load(str(path)).title == "harbour talks"
