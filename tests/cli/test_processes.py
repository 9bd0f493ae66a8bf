"""The real program in processes of its own: exit codes, pipes, errors, what is imported."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.processes import ROOT, OnTerminal, closeread, environment, python

ARTICLE = (
    "The bridge over the river will be closed for a year, the council said on Monday.\n\n"
    "“We cannot wait any longer,” Ada Obi, the head of the council, told reporters. "
    "She declined to say who will pay for the work. It is not clear when it will begin.\n"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def only_sentence(stderr: str) -> str:
    """The one line on stderr, which must be no traceback and hold nothing to obey."""
    assert stderr.endswith("\n")
    assert stderr.count("\n") == 1
    assert stderr.startswith("closeread: ")
    assert stderr[:-1].isprintable()
    return stderr


def test_bad_sources_are_named_and_the_others_still_done(tmp_path: Path, home: Path) -> None:
    (tmp_path / "good.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "folder").mkdir()
    bad = ["missing.txt", "empty.txt", "folder", "odd\x1b]0;name\x07.txt", "seed:none"]
    done = closeread(
        "analyze", "--json", *bad, "good.txt", "-",
        home=home, cwd=tmp_path, stdin=b"\xef\xbb\xbfOne [bold]word\x1b[31m here.\n",
    )  # fmt: skip
    assert done.returncode == 1
    sentences = done.stderr.splitlines(keepends=True)
    assert len(sentences) == len(bad)
    for source, sentence in zip(bad, sentences, strict=True):
        only_sentence(sentence)
        assert source.split("\x1b")[0].removeprefix("seed:") in sentence
    good, piped = map(json.loads, done.stdout.splitlines())
    assert good["source"] == str(tmp_path / "good.txt")
    assert good["text"] == ARTICLE
    assert (good["schema"], good["language"], good["published"]) == (1, "en", None)
    assert {entity["name"] for entity in good["entities"]} >= {"Ada Obi"}
    (direct,) = (quote for quote in good["quotes"] if quote["kind"] == "direct")
    start, end = direct["content"][0]
    assert ARTICLE[start:end].startswith("“We cannot wait any longer")
    assert direct["speaker_name"] == "Ada Obi"
    assert len(good["questions"]) >= 2
    for question in good["questions"]:
        start, end = question["evidence"]
        assert ARTICLE[start:end].strip()
        assert question["question"]
    assert piped["source"].startswith("stdin:")
    assert piped["text"] == "One [bold]word␛[31m here.\n"


def test_a_guessed_encoding_is_told_beside_the_json(tmp_path: Path, home: Path) -> None:
    text = "Совет собрался в четверг вечером, но решения так и не принял."
    (tmp_path / "koi.txt").write_bytes(text.encode("koi8-r"))
    done = closeread("analyze", "--json", "koi.txt", home=home, cwd=tmp_path)
    assert json.loads(done.stdout)["text"] == text
    assert "KOI8-R" in only_sentence(done.stderr)


def test_the_text_of_a_markdown_file_is_the_one_its_offsets_point_into(
    tmp_path: Path, home: Path
) -> None:
    signs = "# The *bridge*\n\n" + ARTICLE.replace("Ada Obi", "**Ada Obi**")
    (tmp_path / "bridge.md").write_text(signs, encoding="utf-8")
    done = closeread("analyze", "--json", "bridge.md", home=home, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert found["title"] == "The bridge"
    assert found["text"] == "The bridge\n\n" + ARTICLE.rstrip()
    (obi,) = (entity for entity in found["entities"] if entity["name"] == "Ada Obi")
    assert [found["text"][start:end] for start, end in obi["mentions"]] == ["Ada Obi"]


GERMAN = "Die Gespräche dauerten länger als erwartet, sagte Anna Berg gestern in Oslo dazu.\n"


def test_a_text_is_read_as_english_when_the_reader_insists(tmp_path: Path, home: Path) -> None:
    (tmp_path / "oslo.txt").write_text(GERMAN, encoding="utf-8")
    for asked, judged in (("auto", "other"), ("en", "en"), ("auto", "other"), ("en", "en")):
        done = closeread(
            "analyze", "--json", "--language", asked, "oslo.txt", home=home, cwd=tmp_path
        )
        assert (done.returncode, json.loads(done.stdout)["language"]) == (0, judged)


@pytest.mark.parametrize("words", [["analyze"], ["open"], []])
def test_an_unknown_language_is_one_sentence_and_2(
    tmp_path: Path, home: Path, words: list[str]
) -> None:
    done = closeread(*words, "--language", "de", "oslo.txt", home=home, cwd=tmp_path)
    assert "'de' is not one of 'auto', 'en'" in only_sentence(done.stderr)
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize("source", ["missing.txt", "folder", "seed:none", "odd\x1b[2J"])
def test_a_source_that_cannot_be_opened_is_one_sentence_and_1(
    tmp_path: Path, home: Path, source: str
) -> None:
    (tmp_path / "folder").mkdir()
    done = closeread("open", source, home=home, cwd=tmp_path)
    only_sentence(done.stderr)
    assert (done.returncode, done.stdout) == (1, "")
    assert not home.exists()


@pytest.mark.parametrize("arguments", [["article.txt"], ["-"], []])
def test_without_a_screen_one_sentence_names_the_other_ways_and_2(
    tmp_path: Path, home: Path, arguments: list[str]
) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    done = closeread(*arguments, home=home, cwd=tmp_path, stdin=ARTICLE.encode())
    sentence = only_sentence(done.stderr)
    assert "closeread analyze" in sentence
    assert "closeread export" in sentence
    assert (done.returncode, done.stdout) == (2, "")


def test_a_word_that_is_neither_file_nor_command_leads_to_the_help(
    tmp_path: Path, home: Path
) -> None:
    done = closeread("frobnicate", home=home, cwd=tmp_path)
    sentence = only_sentence(done.stderr)
    assert "frobnicate does not exist; closeread --help lists the commands" in sentence
    assert done.returncode == 1
    done = closeread("missing.txt", home=home, cwd=tmp_path)
    assert "check the spelling" in only_sentence(done.stderr)


def test_analyze_reads_a_pipe_without_being_told(tmp_path: Path, home: Path) -> None:
    done = closeread("analyze", home=home, cwd=tmp_path, stdin=ARTICLE.encode())
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[1].endswith(" words · stdin")
    assert "Ada Obi" in done.stdout
    done = closeread("analyze", home=home, cwd=tmp_path, stdin=b"")
    assert "empty" in only_sentence(done.stderr)
    assert done.returncode == 1


def test_a_dumb_terminal_has_no_desk(tmp_path: Path, home: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    process = OnTerminal("-m", "tui", "article.txt", home=home, cwd=tmp_path, TERM="dumb")
    code, printed = process.finish()
    assert code == 2
    assert "TERM is dumb" in printed
    assert "\x1b" not in printed


def test_wrong_usage_is_2_and_a_typing_error_is_understood(tmp_path: Path, home: Path) -> None:
    done = closeread("serach", home=home, cwd=tmp_path)
    assert done.returncode == 2
    assert 'did you mean "search"' in only_sentence(done.stderr)


@pytest.mark.parametrize("arguments", [["--help"], ["paths"], ["analyze", "--help"]])
def test_a_closed_pipe_is_silent(tmp_path: Path, home: Path, arguments: list[str]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(home, PYTHONPATH=str(ROOT)),
    )
    assert process.stdout is not None
    assert process.stderr is not None
    # Nobody reads before the first byte is written: every write fails.
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), errors) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk to write to is Linux's")
def test_a_full_disk_is_said_in_one_sentence(tmp_path: Path, home: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui", "paths"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            env=environment(home, PYTHONPATH=str(ROOT)),
            check=False,
        )
    assert "cannot be written" in only_sentence(done.stderr.decode())
    assert done.returncode == 1


def test_an_interrupt_is_130_and_silent(tmp_path: Path, home: Path) -> None:
    script = (
        "import os, signal, sys; sys.argv = ['closeread', 'paths']\n"
        # The tests may themselves run where interrupts are ignored, as behind a shell's `&`.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import tui.settings.paths\n"
        "tui.settings.paths.Paths.__init__ = lambda *a, **k: os.kill(os.getpid(), signal.SIGINT)\n"
        "from tui.__main__ import main; main()"
    )
    done = python("-c", script, home=home, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_an_unexpected_error_names_the_log_that_holds_the_traceback(
    tmp_path: Path, home: Path
) -> None:
    script = (
        "import sys; sys.argv = ['closeread', 'paths']\n"
        "import tui.cli.output\n"
        "def write_line(text): raise ZeroDivisionError('by \\x1b[31mzero')\n"
        "tui.cli.output.write_line = write_line\n"
        "from tui.__main__ import main; main()"
    )
    done = python("-c", script, home=home, cwd=tmp_path)
    log = home / "log" / "closeread.log"
    sentence = only_sentence(done.stderr)
    assert "ZeroDivisionError: by ␛[31mzero" in sentence
    assert str(log) in sentence
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600
    assert log.parent.stat().st_mode & 0o777 == 0o700


LIGHT = ("--version", "--help", "paths")
HEAVY = ("textual", "rich", "spacy", "numpy", "sqlite3", "rapidfuzz", "msgspec", "platformdirs")


@pytest.mark.parametrize("argument", LIGHT)
def test_what_prints_at_once_imports_nothing_heavy(
    tmp_path: Path, home: Path, argument: str
) -> None:
    loaded = modules_after(argument, home=home, cwd=tmp_path)
    assert "tui.cli.command_line" in loaded
    assert not loaded & set(HEAVY)


def modules_after(*arguments: str, home: Path, cwd: Path) -> set[str]:
    """Run a command in a fresh interpreter; which modules it loaded."""
    script = (
        "import sys; sys.argv[0] = 'closeread'\n"
        "from tui.__main__ import main\n"
        "try: main()\n"
        "finally: print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    done = python("-c", script, *arguments, home=home, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines())


def test_analyze_never_imports_textual_and_keeps_its_results(tmp_path: Path, home: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    first = modules_after("analyze", "article.txt", home=home, cwd=tmp_path)
    again = modules_after("analyze", "article.txt", home=home, cwd=tmp_path)
    assert "spacy" in first
    assert "spacy" not in again
    assert "textual" not in first | again
    assert (home / "cache" / "analysis.db").stat().st_mode & 0o777 == 0o600
    assert not (home / "library.db").exists()
