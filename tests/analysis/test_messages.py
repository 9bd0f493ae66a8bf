"""What the desk and the analysing process say to each other."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.conftest import make_article
from tui.analysis.messages import (
    Request,
    WorkerReply,
    decode_analysis,
    decode_reply,
    decode_request,
    encode,
    encode_analysis,
)
from tui.analysis.results import (
    Analysis,
    Entity,
    EntityType,
    Mention,
    Question,
    QuestionKind,
    Quote,
    QuoteKind,
)
from tui.analysis.rules import MentionRule
from tui.documents.article import Span
from tui.outside.frames import read_frame

ANALYSIS = Analysis(
    "en",
    (
        Entity(
            "Moscow",
            EntityType.PLACE,
            (Mention(Span(0, 6), MentionRule.SAME_NAME),),
            (Mention(Span(9, 11), MentionRule.PRONOUN),),
            stands_for="government of Russia",
        ),
    ),
    (Quote((Span(1, 2), Span(4, 5)), QuoteKind.MIXED, (Span(2, 3),), speaker_name=None),),
    (Question(Span(0, 9), "Who paid?", QuestionKind.UNKNOWN, "text", 3, ("Moscow",)),),
)


def test_analysis_survives_the_pipe_with_all_it_holds() -> None:
    assert decode_analysis(encode_analysis(ANALYSIS)) == ANALYSIS


def test_request_arrives_with_its_article_and_the_place_of_the_reader() -> None:
    article = replace(make_article("One.\n\nTwo — “three”."), asides=(Span(0, 3),))
    frame = io.BytesIO(encode(Request(7, article, 5)))
    body = read_frame(frame)
    assert body is not None
    assert decode_request(body) == Request(7, article, 5)
    assert read_frame(frame) is None


def test_replies_follow_each_other_in_one_stream() -> None:
    replies = [WorkerReply(1, 16, 40), WorkerReply(1, analysis=b"x"), WorkerReply(2, reason="no")]
    stream = io.BytesIO(b"".join(encode(reply) for reply in replies))
    found = []
    while (body := read_frame(stream)) is not None:
        found.append(decode_reply(body))
    assert found == replies


@pytest.mark.parametrize("kept", [0, 1, 3, 4, 9])
def test_stream_that_breaks_off_ends(kept: int) -> None:
    assert read_frame(io.BytesIO(encode(WorkerReply(1, reason="no"))[:kept])) is None


@given(st.binary(max_size=40))
def test_bytes_of_another_layout_are_no_result_and_no_reply(data: bytes) -> None:
    assert decode_analysis(data) is None
    assert decode_reply(data) is None or isinstance(decode_reply(data), WorkerReply)


def test_result_of_an_older_layout_is_refused() -> None:
    newer = encode_analysis(ANALYSIS)
    assert decode_analysis(newer.replace(b"language", b"tongue__")) is None
    assert decode_analysis(newer[:-1]) is None
