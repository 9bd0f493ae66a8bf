from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.quality import measure


def test_a_figure_under_its_floor_is_named_and_so_is_a_missing_one() -> None:
    figures = {"F1": 70.0, "P@5": 50.0}
    assert measure.undercut(figures, {"F1": 70.0, "P@5": 50.1, "gone": 1.0}) == ["P@5", "gone"]
    assert measure.undercut(figures, {}) == []


@pytest.mark.parametrize("limits", [measure.FLOORS, measure.GOALS])
def test_every_floor_and_goal_belongs_to_a_set_that_is_measured(limits: Path) -> None:
    named = tomllib.loads(limits.read_text(encoding="utf-8"))
    sets = {(gold_set.task, gold_set.title) for gold_set in measure.SETS}
    sets |= set(measure.FILE_SETS)
    assert {(task, name) for task, names in named.items() for name in names} <= sets


def test_a_row_shows_goal_and_floor_and_says_what_is_not_held() -> None:
    (pronouns,) = (gold_set for gold_set in measure.SETS if gold_set.task == "pronouns")
    figures = {"right": 70.0, "precision": 90.0, "right in news": 50.0, "more": 1.0}
    goals, floors = {"right": 80.0, "precision": 85.0}, {"right in news": 60.0, "right": 62.0}
    rows = [row.split()[2:] for row in measure.rows(pronouns, figures, goals, floors)]
    assert rows == [
        ["right", "70.0", "80.0", "62.0", "short"],
        ["precision", "90.0", "85.0", "held"],
        ["right", "in", "news", "50.0", "60.0", "UNDER", "THE", "FLOOR"],
        ["more", "1.0"],
    ]


def test_joined_sets_are_scored_as_one() -> None:
    (joined,) = (gold_set for gold_set in measure.SETS if "+" in gold_set.name)
    assert joined.paths == ("questions/dev.jsonl", "questions/train.jsonl")


def test_rows_without_data_say_so_and_do_not_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CLOSEREAD_GOLD", str(tmp_path))
    monkeypatch.delenv("CLOSEREAD_PDFS", raising=False)
    assert measure.main([]) == 0
    _, *rows = capsys.readouterr().out.splitlines()
    assert len(rows) == len(measure.SETS) + len(measure.FILE_SETS) + 1
    assert all(row.endswith("not measured (no data)") for row in rows)
    monkeypatch.setenv("CLOSEREAD_GOLD", str(tmp_path / "gone"))
    assert measure.main([]) == 0
    assert capsys.readouterr().out.startswith("not measured: ")


def test_a_set_with_a_floor_whose_scorer_is_gone_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "gold" / "questions").mkdir(parents=True)
    (tmp_path / "gold" / "questions" / "dev.jsonl").write_text("")
    floors = tmp_path / "floors.toml"
    floors.write_text("[questions.dev]\nF1 = 10")
    monkeypatch.setenv("CLOSEREAD_GOLD", str(tmp_path / "gold"))
    monkeypatch.setattr(measure, "FLOORS", floors)
    assert measure.main(["questions"]) == 1
    assert "not measured (no predict.py)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("read", "printed", "figures"),
    [
        (
            measure.entity_figures,
            "ner_exact_P_R_F  (0, 0, 6.5)\nner_overlap_P_R_F      (80.0, 70.0, 74.7)\n"
            "b3_P_R_F  (1.0, 2.0, 3.0)\nalias_pairs_P_R_F      (9.0, 8.0, 7.0)\n"
            "alias_pairs_gold       5\n",
            {
                "exact names F1": 6.5,
                "names F1": 74.7,
                "grouping F1": 3.0,
                "aliases F1": 7.0,
                "aliases precision": 9.0,
            },
        ),
        (
            measure.reanchor_figures,
            "same           n=3 exact=1\nALL            n=9      exact=90.1   good=92.0   "
            "orphan=7.5    wrong=0.5   \n",
            {"good": 92.0, "not wrong": 99.5},
        ),
        (
            measure.question_figures,
            '{"F1": 0.5, "P": 0.75, "P@5": 0.25, "R3@5": 1.0, "R": 0.4, "empty_articles": 4, '
            '"empty_left_empty": 3, "dup": 1, "pred": 10, "phrase_f1": 0.5}',
            {
                "F1": 50.0,
                "P": 75.0,
                "P@5": 25.0,
                "R3@5": 100.0,
                "empty left empty": 75.0,
                "not doubled": 90.0,
                "wording F1": 50.0,
            },
        ),
        (
            measure.pronoun_figures,
            '{"all": {"n": 4, "acc": 75.0, "precision": null}, "news": {"acc": 50.0}}',
            {"right": 75.0, "right in news": 50.0, "precision": 0.0},
        ),
    ],
)
def test_figures_are_read_from_what_the_scorers_print(
    read: object, printed: str, figures: dict[str, float]
) -> None:
    assert callable(read)
    assert read(printed) == figures


def test_a_text_that_failed_is_not_counted_as_one_without_results(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    report.write_text('{"missing": []}')
    measure._check_complete(report)
    report.write_text('{"missing": ["a", "b"]}')
    with pytest.raises(measure.NotMeasuredError, match="2 texts could not be analysed, as a"):
        measure._check_complete(report)
