"""How good the analysis is: runs the scorers over the gold sets and prints one table.

usage: measure.py [TASK...]      (quotes, pronouns, entities, questions, reanchor, pdf, books, cost)

Beside each figure stand its goal (`goals.toml`) and its floor (`floors.toml`). The sets lie
in the folder `CLOSEREAD_GOLD` names (default: `../shared/gold` beside the checkout), the
scorers in the folder `tools` beside it. They are no part of the project: a row without data
says "not measured". A figure under its floor makes the exit code 1.
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

from tests.quality.book_figures import books_folder, docx_figures, epub_figures
from tests.quality.cost import cost_row
from tests.quality.pdf_figures import PRINTED, figures_of, pdf_folder

ROOT = Path(__file__).parents[2]
FLOORS = Path(__file__).with_name("floors.toml")
GOALS = Path(__file__).with_name("goals.toml")

Figures = dict[str, float]
"""Percentages by name; more is better in every one."""


Limits = Mapping[str, float]
"""Percentages a figure should reach, by its name."""


class NotMeasuredError(Exception):
    """A set, a scorer or an answer is missing; the text says which."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """One annotated file and how it is scored."""

    task: str
    """The folder of the set, and what `predict.py` calls the task."""
    name: str
    """The file without its suffix; several are joined with "+" and scored as one."""
    read_figures: Callable[[str], Figures]
    """From what the scorer printed to percentages."""
    folder: str = ""
    """The folder when it is not the task's own."""
    unread: bool = False
    """Whether only its articles count that nobody reads."""

    @property
    def title(self) -> str:
        """What the table and the floors call it."""
        return f"{self.name} unread" if self.unread else self.name

    @property
    def paths(self) -> tuple[str, ...]:
        """The files below the gold folder."""
        folder = self.folder or self.task
        return tuple(f"{folder}/{name}.jsonl" for name in self.name.split("+"))


def quote_figures(printed: str) -> Figures:
    """Headline first: quote found and speaker right."""
    scores = json.loads(printed)
    found = {name: score["F1"] for name, score in scores["overlap"].items()}
    return {
        "attributed F1": scores["attributed"]["F1"],
        "found F1": found["all"],
        "direct F1": found["direct"],
        "indirect F1": found["indirect"],
        "mixed F1": found["mixed"],
        "speaker": scores["speaker"]["all"]["acc"] or 0.0,
        "cue": scores["cue"]["acc"] or 0.0,
    }


def pronoun_figures(printed: str) -> Figures:
    """Of the pronouns of the gold, of those in news, and of those answered."""
    scores = json.loads(printed)
    return {
        "right": scores["all"]["acc"],
        "right in news": scores["news"]["acc"],
        "precision": scores["all"]["precision"] or 0.0,
    }


def entity_figures(printed: str) -> Figures:
    """Names found, names grouped, and names written differently brought together."""
    rows = {
        name: ast.literal_eval(values)
        for name, values in re.findall(r"^(\w+) +(\(.*\))$", printed, re.M)
    }
    precision, _, aliases = rows["alias_pairs_P_R_F"]
    # A set whose names are cut by another convention is not scored exactly: three zeros.
    exact = rows["ner_exact_P_R_F"][2]
    return {
        **({"exact names F1": exact} if exact else {}),
        "names F1": rows["ner_overlap_P_R_F"][2],
        "grouping F1": rows["b3_P_R_F"][2],
        "aliases F1": aliases,
        "aliases precision": precision,
    }


def question_figures(printed: str) -> Figures:
    """All questions, the first five of a list, the main ones among these; order and words."""
    scores = json.loads(printed)
    empty = scores["empty_articles"] or 1
    return {
        **{name: 100 * scores[name] for name in ("F1", "P", "P@5", "R3@5")},
        "empty left empty": 100 * scores["empty_left_empty"] / empty,
        "not doubled": 100 - 100 * scores["dup"] / (scores["pred"] or 1),
        "wording F1": 100 * scores["phrase_f1"],
    }


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
    GoldSet("questions", "dev+train", question_figures),
    GoldSet("questions", "news2", question_figures, unread=True),
    GoldSet("questions", "news3", question_figures, unread=True),
    GoldSet("reanchor", "dev", reanchor_figures),
    GoldSet("reanchor", "hard_deleted_dev", reanchor_figures),
)


FILE_SETS = (*(("pdf", each.title) for each in PRINTED), ("books", "EPUB"), ("books", "DOCX"))
"""Task and title of what is measured on whole files, each kind in a module of its own."""
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
    tools = gold.parent / "tools"
    files = [gold / path for path in gold_set.paths]
    if not all(file.is_file() for file in files):
        raise NotMeasuredError(_NO_DATA)
    if gold_set.unread:
        return unread_figures(gold, gold_set)
    with tempfile.TemporaryDirectory() as folder:
        path, predictions = Path(folder) / "gold.jsonl", Path(folder) / "predictions.jsonl"
        path.write_bytes(b"".join(file.read_bytes() for file in files))
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


def unread_figures(gold: Path, gold_set: GoldSet) -> Figures:
    """Score a collection's articles that nobody reads, and the surer rows alone as well.

    Raises:
        NotMeasuredError: The scorer is missing.
    """
    from tests.quality.question_rows import scored, scorer_of

    if not (gold.parent / "tools" / "score_questions.py").is_file():
        raise NotMeasuredError("no score_questions.py")
    scorer = scorer_of(gold)
    whole, sure = scored(gold, gold_set.name, scorer)
    figures = gold_set.read_figures(json.dumps(whole))
    of_sure = gold_set.read_figures(json.dumps(sure))
    return {
        **figures,
        "sure P": of_sure["P"],
        "sure empty left empty": of_sure["empty left empty"],
    }


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


def undercut(figures: Figures, floors: Limits) -> list[str]:
    """The names of the figures that lie under their floor; a missing figure does, too."""
    return [name for name, floor in floors.items() if figures.get(name, -1.0) < floor]


def rows(gold_set: GoldSet, figures: Figures, goals: Limits, floors: Limits) -> Iterator[str]:
    """A row for each figure: its goal and floor beside it, and whether they are held."""
    for name, value in figures.items():
        goal, floor = goals.get(name), floors.get(name)
        verdict = ""
        if floor is not None and value < floor:
            verdict = "UNDER THE FLOOR"
        elif goal is not None:
            verdict = "held" if value >= goal else "short"
        yield (
            f"{gold_set.task:10}{gold_set.title:18}{name:19}{value:6.1f}"
            f"{'' if goal is None else goal:>7}{'' if floor is None else floor:>7}  {verdict}"
        ).rstrip()


def _measure_pdfs(gold: Path, goals: Mapping[str, Limits], floors: Mapping[str, Limits]) -> bool:
    """Print the rows of printed texts; whether no floor is undercut."""
    figures = {each.title: figures_of(each, pdf_folder(gold)) for each in PRINTED}
    return _show("pdf", figures, goals, floors)


def _measure_books(gold: Path, goals: Mapping[str, Limits], floors: Mapping[str, Limits]) -> bool:
    """Print the rows of books and documents; whether no floor is undercut."""
    folder = books_folder(gold)
    figures = {"EPUB": epub_figures(folder), "DOCX": docx_figures(folder)}
    return _show("books", figures, goals, floors)


def _show(
    task: str,
    found: Mapping[str, Figures | None],
    goals: Mapping[str, Limits],
    floors: Mapping[str, Limits],
) -> bool:
    """Print the rows of some files; whether no floor is undercut."""
    is_good = True
    for title, figures in found.items():
        if figures is None:
            print(f"{task:10}{title:18}not measured ({_NO_DATA})", flush=True)
            continue
        lowest = floors.get(title, {})
        lines = rows(GoldSet(task, title, json.loads), figures, goals.get(title, {}), lowest)
        print("\n".join(lines), flush=True)
        is_good = is_good and not undercut(figures, lowest)
    return is_good


def main(tasks: list[str]) -> int:
    """Print the table; 1 when a floor is undercut or a set with a floor failed."""
    gold = gold_folder()
    if not gold.is_dir():
        print("not measured: there is no folder of gold sets (CLOSEREAD_GOLD names it)")
        return 0
    floors, goals = (tomllib.loads(p.read_text(encoding="utf-8")) for p in (FLOORS, GOALS))
    print(f"{'task':10}{'set':18}{'figure':19}{'value':>6}{'goal':>7}{'floor':>7}")
    is_good = True
    for gold_set in SETS:
        if tasks and gold_set.task not in tasks:
            continue
        lowest = floors.get(gold_set.task, {}).get(gold_set.title, {})
        try:
            figures = measure(gold_set, gold)
        except NotMeasuredError as error:
            print(f"{gold_set.task:10}{gold_set.title:18}not measured ({error})", flush=True)
            is_good = is_good and (str(error) == _NO_DATA or not lowest)
            continue
        aims = goals.get(gold_set.task, {}).get(gold_set.title, {})
        print("\n".join(rows(gold_set, figures, aims, lowest)), flush=True)
        is_good = is_good and not undercut(figures, lowest)
    if not tasks or "pdf" in tasks:
        is_good = _measure_pdfs(gold, goals.get("pdf", {}), floors.get("pdf", {})) and is_good
    if not tasks or "books" in tasks:
        is_good = _measure_books(gold, goals.get("books", {}), floors.get("books", {})) and is_good
    if not tasks or "cost" in tasks:
        print(cost_row(gold), flush=True)
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
