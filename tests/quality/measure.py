"""How good the analysis is: runs the scorers over the gold sets and prints one table.

usage: measure.py [TASK...]      (quotes, pronouns, entities, questions, reanchor)

The sets lie in the folder `CLOSEREAD_GOLD` names (default: `../shared/gold` beside the
checkout), the scorers in the folder `tools` beside it. They are no part of the project: a
row without data says "not measured". A figure under its floor in `floors.toml` makes the
exit code 1.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOORS = Path(__file__).with_name("floors.toml")

Figures = dict[str, float]
"""Percentages by name; more is better in every one."""


class NotMeasuredError(Exception):
    """A set, a scorer or an answer is missing; the text says which."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """One annotated file and how it is scored."""

    task: str
    """The folder of the set, and what `predict.py` calls the task."""
    name: str
    """The file without its suffix."""
    read_figures: Callable[[str], Figures]
    """From what the scorer printed to percentages."""
    folder: str = ""
    """The folder when it is not the task's own."""

    @property
    def path(self) -> str:
        """The file below the gold folder."""
        return f"{self.folder or self.task}/{self.name}.jsonl"


def quote_figures(printed: str) -> Figures:
    """Headline first: quote found and speaker right."""
    scores = json.loads(printed)
    return {
        "attributed F1": scores["attributed"]["F1"],
        "found F1": scores["overlap"]["all"]["F1"],
        "direct F1": scores["overlap"]["direct"]["F1"],
        "speaker": scores["speaker"]["all"]["acc"] or 0.0,
    }


def pronoun_figures(printed: str) -> Figures:
    """Of the pronouns of the gold, and of those answered."""
    scores = json.loads(printed)["all"]
    return {"right": scores["acc"], "precision": scores["precision"] or 0.0}


def entity_figures(printed: str) -> Figures:
    """Names found, names grouped, and names written differently brought together."""
    rows = dict(re.findall(r"^(\w+) +(\(.*\))$", printed, re.M))
    return {
        "names F1": ast.literal_eval(rows["ner_overlap_P_R_F"])[2],
        "grouping F1": ast.literal_eval(rows["b3_P_R_F"])[2],
        "aliases F1": ast.literal_eval(rows["alias_pairs_P_R_F"])[2],
    }


def question_figures(printed: str) -> Figures:
    """All questions, the first five of a list, and the main ones among these."""
    scores = json.loads(printed)
    return {name: 100 * scores[name] for name in ("F1", "P@5", "R3@5")}


def reanchor_figures(printed: str) -> Figures:
    """Marks put back well, and marks not put in a wrong place."""
    (row,) = re.findall(r"^ALL .*$", printed, re.M)
    values = {name: float(value) for name, value in re.findall(r"(\w+)=([\d.]+)", row)}
    return {"good": values["good"], "not wrong": 100 - values["wrong"]}


SETS = (
    GoldSet("quotes", "gum_news", quote_figures),
    GoldSet("quotes", "polnear_dev", quote_figures),
    GoldSet("pronouns", "gum_pronouns", pronoun_figures, folder="quotes"),
    GoldSet("entities", "gum_news", entity_figures),
    GoldSet("entities", "aida_dev", entity_figures),
    GoldSet("questions", "dev", question_figures),
    GoldSet("questions", "train", question_figures),
    GoldSet("reanchor", "dev", reanchor_figures),
    GoldSet("reanchor", "hard_deleted_dev", reanchor_figures),
)


_NO_DATA = "no data"

_PLAIN_SCORERS = ("entities", "reanchor")
"""Tasks whose scorer has one form of output only."""


def gold_folder() -> Path:
    """Where the sets are, or would be."""
    return Path(os.environ.get("CLOSEREAD_GOLD") or ROOT / ".." / "shared" / "gold")


def measure(gold_set: GoldSet, gold: Path) -> Figures:
    """Predict and score one set.

    Raises:
        NotMeasuredError: The set or a tool is missing or failed.
    """
    path, tools = gold / gold_set.path, gold.parent / "tools"
    if not path.is_file():
        raise NotMeasuredError(_NO_DATA)
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        if gold_set.task == "reanchor":
            _reanchor(path, predictions)
        else:
            # The folder keeps the reader's own library and cache out of it.
            program = f"{shlex.quote(sys.executable)} -m tui"
            _tool(
                [tools / "predict.py", gold_set.task, path, predictions, "--cmd", program],
                {"CLOSEREAD_HOME": folder},
            )
            _check_complete(Path(f"{predictions}.meta.json"))
        command: list[Path | str] = [tools / f"score_{gold_set.task}.py", path, predictions]
        if gold_set.task not in _PLAIN_SCORERS:
            command.append("--json")
        printed = _tool(command, {})
    return gold_set.read_figures(printed)


def _check_complete(report: Path) -> None:
    """A text that was not analysed would count as one without results.

    Raises:
        NotMeasuredError: There is such a text.
    """
    missing = json.loads(report.read_text(encoding="utf-8"))["missing"]
    if missing:
        raise NotMeasuredError(f"{len(missing)} texts could not be analysed, as {missing[0]}")


def _tool(command: Sequence[Path | str], environment: Mapping[str, str]) -> str:
    """Run a Python tool; what it printed."""
    if not Path(command[0]).is_file():
        raise NotMeasuredError(f"no {Path(command[0]).name}")
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        raise NotMeasuredError(f"{Path(command[0]).name} failed: {last[0]}")
    return done.stdout


def _reanchor(path: Path, predictions: Path) -> None:
    """Put the spans of every old text into its new one."""
    from tui.store.anchors import Located, describe, locate

    def places(article: dict[str, object]) -> Iterator[list[int] | None]:
        old, new, spans = article["old"], article["new"], article["spans"]
        assert isinstance(old, str)
        assert isinstance(new, str)
        assert isinstance(spans, list)
        for span in spans:
            found = locate(describe(old, span["start"], span["end"]), new, old)
            yield [found.start, found.end] if isinstance(found, Located) else None

    with path.open(encoding="utf-8") as lines, predictions.open("w", encoding="utf-8") as out:
        for line in lines:
            article = json.loads(line)
            answer = {"id": article["id"], "preds": list(places(article))}
            out.write(json.dumps(answer) + "\n")


def undercut(figures: Figures, floors: Mapping[str, float]) -> list[str]:
    """The names of the figures that lie under their floor; a missing figure does, too."""
    return [name for name, floor in floors.items() if figures.get(name, -1.0) < floor]


def main(tasks: list[str]) -> int:
    """Print the table; 1 when a floor is undercut or a set with a floor failed."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    gold = gold_folder()
    if not gold.is_dir():
        print("not measured: there is no folder of gold sets (CLOSEREAD_GOLD names it)")
        return 0
    is_good = True
    for gold_set in SETS:
        if tasks and gold_set.task not in tasks:
            continue
        title = f"{gold_set.task:10}{gold_set.name:18}"
        lowest = floors.get(gold_set.task, {}).get(gold_set.name, {})
        try:
            figures = measure(gold_set, gold)
        except NotMeasuredError as error:
            print(f"{title}not measured ({error})", flush=True)
            is_good = is_good and (str(error) == _NO_DATA or not lowest)
            continue
        low = undercut(figures, lowest)
        row = (
            f"{name} {value:5.1f}" + (f" UNDER {lowest[name]}" if name in low else "")
            for name, value in figures.items()
        )
        print(title + "   ".join(row), flush=True)
        is_good = is_good and not low
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
