"""What the panels list once the reader has put results right."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.desk import harbour
from tui.analysis.results import Analysis, EntityType, QuestionKind
from tui.corrections.applying import with_corrections
from tui.corrections.corrected import Corrected, CorrectionTarget, PlacedCorrection
from tui.corrections.corrected_results import CorrectedResults, corrected
from tui.corrections.name_values import merge_value
from tui.documents.article import Span
from tui.store.anchors import describe
from tui.store.correction_rows import Correction, CorrectionKind

Kind = CorrectionKind


def placed(
    kind: CorrectionKind,
    target: CorrectionTarget,
    value: str = "",
    *,
    is_here: bool = True,
    ident: str = "",
    moved: int = 0,
) -> PlacedCorrection:
    """A correction as the session hands it over."""
    start, end = target.span
    span = Span(start + moved, end + moved)
    made = Correction(
        ident or f"{kind} {start} {value}",
        "here" if is_here else "elsewhere",
        kind,
        target.subject,
        describe(harbour.TEXT, start, end),
        target.name,
        target.type,
        value,
        is_wide=not is_here,
        created=ident,
    )
    return PlacedCorrection(made, span if is_here else None, is_here)


def found() -> CorrectedResults:
    return corrected(harbour.analysis())


def entity(name: str, of: CorrectedResults | None = None) -> CorrectionTarget:
    rows = (of or found()).entities
    return next(row.target for row in rows if row.result.name == name)


def into(name: str) -> str:
    """How a merge names an entity."""
    return next(merge_value(row.found) for row in found().entities if row.found.name == name)


def names(result: CorrectedResults, *, with_hidden: bool = False) -> list[str]:
    return [entity.name for entity in result.listed(with_hidden=with_hidden).entities]


def test_without_corrections_everything_is_listed_as_it_was_found() -> None:
    assert found().listed(with_hidden=False) == harbour.analysis()
    assert found().listed(with_hidden=True) == harbour.analysis()


def test_a_hidden_name_is_listed_last_and_only_on_request() -> None:
    result = corrected(harbour.analysis(), [placed(Kind.HIDE, entity("Ada Obi"))])
    assert names(result) == ["Tidewater", "Ellis", "Monday", "May"]
    assert names(result, with_hidden=True) == ["Tidewater", "Ellis", "Monday", "May", "Ada Obi"]


def test_a_name_hidden_in_another_article_is_hidden_here_when_its_type_is_the_same() -> None:
    target = entity("Tidewater")
    elsewhere = placed(Kind.HIDE, target, is_here=False)
    assert "Tidewater" not in names(corrected(harbour.analysis(), [elsewhere]))
    other = placed(Kind.HIDE, target._replace(type="PERSON"), is_here=False)
    result = corrected(harbour.analysis(), [other])
    assert "Tidewater" in names(result)
    assert result.unfitting == ()


def test_a_renamed_speaker_is_renamed_in_quotes_and_questions_too() -> None:
    whole = harbour.analysis()
    first, *rest = whole.questions
    whole = replace(whole, questions=(replace(first, about=("Ada Obi",), holder="Ada Obi"), *rest))
    result = corrected(whole, [placed(Kind.RENAME, entity("Ada Obi"), "Adaeze Obi")])
    listed = result.listed(with_hidden=False)
    assert listed.entities[0].name == "Adaeze Obi"
    assert listed.quotes[0].speaker_name == "Adaeze Obi"
    assert (listed.questions[0].about, listed.questions[0].holder) == (
        ("Adaeze Obi",),
        "Adaeze Obi",
    )


def test_an_entity_of_another_type_keeps_its_mentions() -> None:
    target = entity("Tidewater")
    result = corrected(harbour.analysis(), [placed(Kind.RETYPE, target, "PRODUCT")])
    (row,) = [row for row in result.entities if row.result.name == "Tidewater"]
    assert row.result.type is EntityType.PRODUCT
    assert row.target == target


def test_a_merged_entity_brings_its_mentions_and_its_quotes_along() -> None:
    merge = placed(Kind.MERGE, entity("Ada Obi"), into("Tidewater"))
    result = corrected(harbour.analysis(), [merge])
    listed = result.listed(with_hidden=False)
    assert listed.entities[0].name == "Tidewater"
    assert [mention.rule for mention in listed.entities[0].mentions] == [
        "merged by you", "merged by you", "same name",
    ]  # fmt: skip
    assert listed.quotes[0].speaker_name == "Tidewater"
    assert result.entities[-1].part_of == "Tidewater"
    assert result.entities[-1].is_hidden


def test_merges_in_a_row_end_at_the_last_one_and_a_circle_is_cut() -> None:
    obi, tide, ellis = entity("Ada Obi"), entity("Tidewater"), entity("Ellis")
    one = placed(Kind.MERGE, obi, into("Tidewater"), ident="1")
    two = placed(Kind.MERGE, tide, into("Ellis"), ident="2")
    three = placed(Kind.MERGE, ellis, into("Ada Obi"), ident="3")
    result = corrected(harbour.analysis(), [one, two])
    assert names(result) == ["Ellis", "Monday", "May"]
    assert len(result.entities[0].result.mentions) == 4
    assert result.quotes[0].result.speaker_name == "Ellis"
    circle = corrected(harbour.analysis(), [one, two, three])
    assert names(circle) == names(result)
    assert circle.unfitting == (three,)


def test_a_merge_into_somebody_who_is_not_in_this_article_leaves_the_entity_alone() -> None:
    merge = placed(Kind.MERGE, entity("Ada Obi"), "PERSON Ada Okoro", is_here=False)
    result = corrected(harbour.analysis(), [merge])
    assert result.listed(with_hidden=False) == harbour.analysis()
    assert result.unfitting == ()


def test_a_correction_of_a_name_the_new_rules_write_differently_goes_by_its_place() -> None:
    target = entity("Ada Obi")._replace(name="obi")
    result = corrected(harbour.analysis(), [placed(Kind.HIDE, target)])
    assert "Ada Obi" not in names(result)


def test_a_speaker_the_reader_sets_is_a_named_one() -> None:
    anonymous = found().quotes[1]
    result = corrected(harbour.analysis(), [placed(Kind.SPEAKER, anonymous.target, "Tidewater")])
    quote = result.quotes[1].result
    assert (quote.speaker_name, quote.anonymous, quote.speaker) == ("Tidewater", False, ())
    assert quote.content == anonymous.result.content


def test_a_question_keeps_its_new_wording_and_its_answer_and_counts_among_the_surest() -> None:
    target = found().questions[0].target
    wording = placed(Kind.WORDING, target, "Who pays?")
    answer = placed(Kind.ANSWER, target, "The county.")
    row = corrected(harbour.analysis(), [wording, answer]).questions[0]
    assert (row.result.text, row.answer, row.result.is_sure) == ("Who pays?", "The county.", True)


def test_a_correction_finds_its_question_by_most_of_its_passage_and_not_by_its_wording() -> None:
    target = found().questions[0].target._replace(name="worded otherwise")
    start, end = target.span
    half = placed(Kind.HIDE, target._replace(span=Span(start + 6, end)))
    assert corrected(harbour.analysis(), [half]).questions[-1].is_hidden
    little = placed(Kind.HIDE, target._replace(span=Span(end - 6, end)))
    result = corrected(harbour.analysis(), [little])
    assert not any(row.is_hidden for row in result.questions)
    assert result.unfitting == (little,)


def test_of_two_questions_of_one_passage_the_right_one_is_hidden() -> None:
    whole = harbour.analysis()
    first = whole.questions[0]
    twin = replace(first, text="How much will the work cost?")
    other = replace(first, kind=QuestionKind.UNDISCLOSED)
    whole = replace(whole, questions=(first, twin, other))
    for number in range(3):
        rows = corrected(whole).questions
        hidden = corrected(whole, [placed(Kind.HIDE, rows[number].target)]).questions[-1]
        assert hidden.found == whole.questions[number]


def own(question: str, words: str, ident: str = "q") -> PlacedCorrection:
    return placed(
        Kind.QUESTION,
        CorrectionTarget(found().questions[0].target.subject, harbour.span(words)),
        question,
        ident=ident,
    )


def test_ones_own_questions_come_first_and_can_be_answered() -> None:
    mine = own("Who built the piers?", "The piers are moving", "a")
    second = own("When were they built?", "The piers are moving", "b")
    rows = corrected(harbour.analysis(), [mine, second]).questions
    assert [row.result.text for row in rows[:2]] == [
        "Who built the piers?",
        "When were they built?",
    ]
    assert [row.own for row in rows[:3]] == [mine.correction, second.correction, None]
    answer = placed(Kind.ANSWER, rows[1].target, "In spring.")
    rows = corrected(harbour.analysis(), [mine, second, answer]).questions
    assert [row.answer for row in rows[:2]] == [None, "In spring."]


def test_ones_own_question_without_a_place_is_kept_aside() -> None:
    lost = own("Who built the piers?", "The piers are moving")._replace(span=None)
    result = corrected(harbour.analysis(), [lost])
    assert result.unfitting == (lost,)
    assert result.listed(with_hidden=True) == harbour.analysis()


def test_a_text_that_is_not_analysed_has_the_readers_questions_only() -> None:
    result = corrected(Analysis("other"), [own("Why?", "The piers are moving")])
    assert [question.text for question in result.listed(with_hidden=False).questions] == ["Why?"]


@st.composite
def any_corrections(draw: st.DrawFn) -> list[PlacedCorrection]:
    """Corrections of any row, here and elsewhere, merges in circles included."""
    all_rows = found()
    made = []
    for number in range(draw(st.integers(0, 6))):
        is_here = draw(st.booleans())
        kind = draw(st.sampled_from([Kind.HIDE, Kind.MERGE, Kind.RENAME, Kind.RETYPE]))
        row = draw(st.sampled_from(all_rows.entities))
        other = draw(st.sampled_from(all_rows.entities))
        values = {
            Kind.MERGE: merge_value(other.found),
            Kind.RENAME: draw(st.sampled_from(["Ada Obi", "Somebody else", "ellis"])),
            Kind.RETYPE: draw(st.sampled_from(list(EntityType))).value,
        }
        made.append(
            placed(kind, row.target, values.get(kind, ""), is_here=is_here, ident=f"{number}")
        )
    return made


@given(any_corrections())
def test_no_mention_is_ever_lost_or_listed_twice(made: list[PlacedCorrection]) -> None:
    result = corrected(harbour.analysis(), made)

    def spans(rows: list[Corrected]) -> list[Span]:  # type: ignore[type-arg]
        return sorted(mention.span for row in rows for mention in row.result.mentions)

    whole = [row for row in result.entities if row.part_of is None]
    assert spans(whole) == spans(list(found().entities))
    assert {row.target for row in result.entities} == {row.target for row in found().entities}
    shown = [row for row in result.entities if not row.is_hidden]
    assert list(result.entities[: len(shown)]) == shown
    for row in shown:
        assert list(row.result.mentions) == sorted(row.result.mentions, key=lambda m: m.span)
    assert corrected(harbour.analysis(), made) == result


def test_what_needs_no_correction_is_as_if_corrections_had_been_applied() -> None:
    analysis = harbour.analysis()
    listed = frozenset({found().questions[-1].target})
    for before in (frozenset[CorrectionTarget](), listed):
        applied = with_corrections(analysis, (), before, text=harbour.TEXT)
        assert corrected(analysis, (), before, text=harbour.TEXT) == applied
