"""What a result depends on: the words of a text, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.conftest import make_article
from tui.analysis.messages import decode_analysis, encode_analysis
from tui.analysis.pipeline import analyse
from tui.analysis.results import Analysis

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = (
    "Norland Harbour Board chairwoman Ann Holm said on Monday that it was unclear why the ferry "
    'sank off Tarn. "We do not know who opened the gate," Ms Holm told reporters in Oslo.\n\n'
    "She declined to say whether the board (NHB) would sell the two other ferries. Norland could "
    "close the port, according to people close to the talks.\n\n"
    "Tom Berg, a guard, denied that he was asleep. The NHB gave no reason for the delay in May."
)
BLANKS = [i for i, character in enumerate(TEXT) if character == " "]


def test_text_has_something_of_everything(nlp: Language) -> None:
    analysis = analyse(make_article(TEXT), nlp)
    assert {"Ann Holm", "Norland Harbour Board", "Tom Berg"} <= {e.name for e in analysis.entities}
    assert {quote.speaker_name for quote in analysis.quotes} >= {"Ann Holm", "Tom Berg"}
    assert "Why did the ferry sink off Tarn?" in {q.text for q in analysis.questions}


def test_same_text_gives_the_same_result_and_so_do_its_bytes(nlp: Language) -> None:
    once, again = (analyse(make_article(TEXT), nlp) for _ in range(2))
    assert once == again
    assert decode_analysis(encode_analysis(once)) == once


@settings(max_examples=12)
@given(st.sets(st.sampled_from(BLANKS)))
def test_lines_may_be_wrapped_anywhere(nlp: Language, ends: set[int]) -> None:
    wrapped = "".join("\n" if i in ends else character for i, character in enumerate(TEXT))
    assert analyse(make_article(wrapped), nlp) == analyse(make_article(TEXT), nlp)


def test_text_around_an_article_only_moves_its_results(nlp: Language) -> None:
    moved = analyse(make_article(f"\n\n  \n{TEXT}\n \n"), nlp)
    plain = analyse(make_article(TEXT), nlp)
    shift = 5

    def starts(analysis: Analysis) -> list[int]:
        return [
            *(m.span.start for e in analysis.entities for m in (*e.mentions, *e.references)),
            *(span.start for q in analysis.quotes for span in (*q.content, *q.cue, *q.speaker)),
            *(q.evidence.start for q in analysis.questions),
        ]

    assert starts(moved) == [start + shift for start in starts(plain)]
    assert [q.text for q in moved.questions] == [q.text for q in plain.questions]


def test_result_does_not_depend_on_the_order_of_sets(nlp: Language) -> None:
    # The hazard: a set of words is gone through in another order in every process.
    script = (
        "import sys\n"
        "from tests.analysis.conftest import make_article\n"
        "from tests.analysis.test_same_results import TEXT\n"
        "from tui.analysis.messages import encode_analysis\n"
        "from tui.analysis.service import analyse_article\n"
        "sys.stdout.buffer.write(encode_analysis(analyse_article(make_article(TEXT), None)))\n"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        env=environment | {"PYTHONHASHSEED": "1", "OPENBLAS_NUM_THREADS": "1"},
    )
    assert decode_analysis(done.stdout) == analyse(make_article(TEXT), nlp)
