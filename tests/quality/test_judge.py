from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.quality import judge
from tests.quality.measure import ROOT
from tests.quality.parts import judged_ids, unread_ids


def test_verdicts_are_counted_in_all_and_by_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = [("passive", "clean"), ("passive", "wrong: the speaker is Holm"), ("aside", "clean")]
    file = tmp_path / "verdicts.jsonl"
    file.write_text(
        "".join(json.dumps({"rule": rule, "verdict": word}) + "\n" for rule, word in said)
    )
    assert judge.main(["--count", str(file)]) == 0
    rows = [row.split(":", 1) for row in capsys.readouterr().out.splitlines()]
    assert [(name.split()[0], told.strip()) for name, told in rows] == [
        ("all", "2 clean, 1 wrong"),
        ("passive", "1 clean, 1 wrong"),
        ("aside", "1 clean"),
    ]


def test_verdicts_are_never_kept_in_the_project(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        judge.main(["quotes", str(ROOT / "verdicts.jsonl")])
    assert "outside the project" in capsys.readouterr().err


def test_no_article_is_both_judged_and_unread() -> None:
    assert judged_ids()
    assert judged_ids().isdisjoint(unread_ids())
