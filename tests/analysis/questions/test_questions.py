"""What a text leaves open: found in sentences of every kind, and not found in closed ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.analysis.conftest import Parse
from tui.analysis.entities import find_entities
from tui.analysis.parsed import EntityIndex, ParsedText
from tui.analysis.pipeline import parse as parse_article
from tui.analysis.questions import find_questions
from tui.analysis.questions.phrases import LONGEST
from tui.analysis.quotes import find_quotes
from tui.analysis.results import Question, QuestionKind
from tui.documents.loading import load

ALL = 0.0
"""A threshold that lets every candidate through."""
SAMPLE = Path(__file__).parents[3] / "seeds" / "nato-russia-talks.txt"


def questions_of(parsed: ParsedText, threshold: float | None = None) -> tuple[Question, ...]:
    index = EntityIndex(find_entities(parsed))
    quotes = find_quotes(parsed, index)
    if threshold is None:
        return find_questions(parsed, index, quotes)
    return find_questions(parsed, index, quotes, threshold)


OPEN = [
    # (sentence, kind, words that must lie in the evidence)
    ("asked", "Will Lisbon sell the harbour to the Danish bank?", "sell the harbour"),
    ("asked", "Does the minister know who wrote the letter?", "who wrote"),
    ("undisclosed", "Ms Berg declined to say why the ferry was sold.", "why the ferry was sold"),
    ("undisclosed", "The firm refused to comment on the report.", "refused to comment"),
    ("undisclosed", "Police have not said which bridge was closed.", "which bridge"),
    ("undisclosed", "The victim has not been named.", "not been named"),
    ("undisclosed", "Officials gave no details of the agreement.", "no details"),
    ("undisclosed", "The museum has yet to respond to the accusation.", "yet to respond"),
    ("unknown", "It remains unclear whether the pilot survived.", "whether the pilot survived"),
    ("unknown", "The cause of the fire is still unknown.", "unknown"),
    ("unknown", "Nobody knows where the paintings are.", "where the paintings are"),
    (
        "unknown",
        "Doctors are trying to find out what made the children ill.",
        "made the children ill",
    ),
    ("unknown", "Engineers are struggling to determine why the dam broke.", "why the dam broke"),
    ("unknown", "It is not clear how the thieves entered the vault.", "how the thieves"),
    ("unknown", "The report raises the question of whether the minister lied.", "minister lied"),
    ("unknown", "There was speculation that the chairman had resigned.", "chairman had resigned"),
    ("unknown", "The hackers may have stolen the passwords of voters.", "may have stolen"),
    ("unknown", "Twelve sailors are still missing.", "missing"),
    ("unknown", "Anyone with information should call the police.", "Anyone with information"),
    ("unknown", "Prosecutors are investigating whether the mayor took bribes.", "took bribes"),
    ("unknown", "The king is believed to have left the country.", "believed to have left"),
    ("unknown", "Police are searching for the driver.", "searching for the driver"),
    ("intention", "Envoys are struggling to discern the intentions of Norway.", "intentions"),
    ("intention", "Tokyo has been vague about what it might do next.", "vague"),
    ("intention", "Analysts are sceptical that the general will step down.", "sceptical"),
    ("intention", "Sweden is reluctant to sign the treaty.", "reluctant"),
    ("disputed", "The bank has denied that it helped the smugglers.", "denied"),
    ("disputed", "Mr Okafor denied taking the money.", "taking the money"),
    ("disputed", "The ministry dismissed the claim that a prisoner had died.", "claim"),
    ("undecided", "The council has yet to decide on the new stadium.", "yet to decide"),
    ("undecided", "No date has been set for the trial.", "date"),
    (
        "undecided",
        "Iceland was not ready to commit to a timetable for the talks.",
        "commit to a timetable",
    ),
    ("undecided", "The government is considering closing the mine.", "closing the mine"),
    ("undecided", "Parliament will decide whether to ban the drug.", "whether to ban"),
    ("undecided", "The two brothers are awaiting a verdict.", "verdict"),
    ("undecided", "Voters face a referendum on whether to leave the union.", "whether to leave"),
    ("undecided", "The meeting was postponed indefinitely.", "postponed"),
    ("undecided", "Mr Okafor pleaded not guilty to murder.", "not guilty"),
    ("undecided", "The singer is suing the newspaper for libel.", "suing"),
    ("undecided", "It remains to be seen whether the truce will hold.", "truce will hold"),
    ("undecided", "The plan is under review by the regulator.", "under review"),
    ("undecided", "The court is expected to rule on the merger in May.", "rule on the merger"),
    ("condition", "The president said more progress is needed.", "more progress is needed"),
    ("condition", "Ministers urged the company to recall the cars.", "recall the cars"),
    ("condition", "There were calls for the governor to resign.", "calls for the governor"),
    ("condition", "Poland must withdraw its troops.", "must withdraw"),
    ("condition", "Aid will not resume until the rebels release the hostages.", "until"),
    ("outcome", "Greece could leave the currency union.", "could leave"),
    ("outcome", "Residents fear that the river will flood the town.", "flood the town"),
    ("outcome", "The strike threatens to close the airport.", "threatens to close"),
    ("outcome", "Flooding is possible along the coast.", "possible"),
    ("outcome", "Officials warned that the toll could rise.", "toll could rise"),
    ("outcome", "The bank has not ruled out further cuts.", "ruled out"),
    ("outcome", "If the rains fail, Kenya will import maize.", "Kenya will import maize"),
    ("outcome", "Hundreds of jobs are at risk.", "at risk"),
    ("undecided", "The inquest continues.", "inquest continues"),
    ("undecided", "The former colonel faces extradition.", "faces extradition"),
    ("undecided", "The proposal would ban plastic bags.", "would ban"),
    ("undecided", "The stalled talks are the talk of the town.", "stalled talks"),
    ("unknown", "Nobody has claimed responsibility for the attack.", "responsibility"),
    ("unknown", "The identity of the buyer is in doubt.", "in doubt"),
    ("unknown", "Much depends on whether the harvest fails.", "whether the harvest fails"),
]


@pytest.mark.parametrize(("kind", "sentence", "evidence"), OPEN, ids=[row[1][:40] for row in OPEN])
def test_sentence_leaves_a_question_open(
    parse: Parse, kind: str, sentence: str, evidence: str
) -> None:
    found = questions_of(parse(sentence), ALL)
    assert found, sentence
    assert found[0].kind == QuestionKind(kind)
    assert evidence in sentence[slice(*found[0].evidence)]


CLOSED = [
    "The harbour was sold to a Danish bank in March.",
    "She declined to run for a second term.",
    "The bridge could be seen from the castle.",
    "He was denied entry to the stadium.",
    "The chain plans to open ten stores.",
    "It will not be easy to bridge the differences.",
    "Without the seat belt he would have died.",
    "His name was unknown to his family.",
    "The freedom of the press is not in question.",
    "Regardless of whether it rains, we walk.",
    "I don't know him.",
    "The critic called the film a disgrace.",
    "Rovers beat United 3-1 and the striker scored twice.",
    "You never know what you have until you lose it.",
    "British PM May accused her critics of games.",
    "Hopefully we get three points.",
    "The patient is in a critical condition.",
]


@pytest.mark.parametrize("sentence", CLOSED)
def test_closed_sentence_yields_nothing(parse: Parse, sentence: str) -> None:
    assert questions_of(parse(sentence)) == ()


ANSWERED = [
    ("Greece could leave the currency union.", "Greece left the currency union on Friday."),
    ("It is unclear whether the judge freed the sailor.", "The judge freed the sailor on Friday."),
]


@pytest.mark.parametrize(("question", "answer"), ANSWERED)
def test_event_told_later_as_a_fact_is_no_longer_open(
    parse: Parse, question: str, answer: str
) -> None:
    def score_allows(text: str) -> bool:
        return bool(questions_of(parse(text), 0.5))

    assert score_allows(question)
    assert not score_allows(f"{question}\n\n{answer}")
    assert score_allows(f"{answer}\n\n{question}")


def test_why_stays_open_when_the_event_is_told_again(parse: Parse) -> None:
    text = "It is unclear why the judge freed the sailor.\n\nThe judge freed the sailor on Friday."
    assert [q.text for q in questions_of(parse(text))] == ["Why did the judge free the sailor?"]


LESS_OPEN = [
    # (surer, less sure, why)
    ("The bank could close the branch.", "You could close the branch.", "generic subject"),
    (
        "In 2022, the bank could close the branch.",
        "In 1931, the bank could close the branch.\n\nIt is 2022.",
        "long ago",
    ),
    ("The bank may have hidden the loss.", "The bank could have hidden the loss.", "unreal"),
    ("It is unclear who owns the bank.", "It was unclear who owned the bank.", "past"),
    ("Peru could leave the pact.", "Peru could celebrate the pact.", "no change of state"),
    ("Ministers fear that banks will fail.", "Ministers fear the failure.", "no clause"),
]


@pytest.mark.parametrize(
    ("surer", "less", "reason"), LESS_OPEN, ids=[f"{row[2]}: {row[1][:20]}" for row in LESS_OPEN]
)
def test_circumstances_make_a_question_less_open(
    parse: Parse, surer: str, less: str, reason: str
) -> None:
    def highest(text: str) -> int:
        """The highest threshold, in hundredths, at which the text has a question."""
        parsed = parse(text)
        return max((n for n in range(0, 100, 2) if questions_of(parsed, n / 100)), default=-1)

    assert highest(surer) > highest(less), reason


def test_surest_questions_decide_whether_a_text_is_quiet(parse: Parse) -> None:
    weak = "Kenya must rebuild its roads."
    strong = "It remains unclear whether the truce in Yemen will hold."
    assert questions_of(parse(weak), 0.2) != ()
    assert questions_of(parse(weak)) == ()
    assert questions_of(parse(f"{weak}\n\n{strong}")) != ()


def test_repeat_is_kept_as_another_place(parse: Parse) -> None:
    text = (
        "It is unclear whether the truce in Yemen will hold.\n\n"
        "Aid agencies said it remains to be seen whether the truce in Yemen holds."
    )
    (only,) = questions_of(parse(text))
    assert only.other_places
    assert "truce" in text[slice(*only.other_places[0])]


def test_higher_threshold_lists_fewer(parse: Parse) -> None:
    text = (
        "It is unclear whether the pilot survived the crash.\n\n"
        "The airline could change its routes."
    )
    assert len(questions_of(parse(text), ALL)) > len(questions_of(parse(text), 0.6)) > 0


def test_main_event_comes_before_a_side_issue(parse: Parse) -> None:
    text = (
        "The dam above Arlberg broke on Monday, and it is unclear why the dam broke.\n\n"
        "Engineers from Arlberg inspected the dam.\n\nThe village school opened again.\n\n"
        "It is unclear whether the baker had insured his oven."
    )
    found = questions_of(parse(text))
    assert "dam" in found[0].text
    assert "baker" in found[-1].text
    assert found[0].salience >= found[-1].salience


def test_question_says_why_it_is_there(parse: Parse) -> None:
    text = "Ms Berg declined to say why the ferry was sold."
    (only,) = questions_of(parse(text))
    assert only.rule == "declined to say"
    assert [text[slice(*cue)] for cue in only.cues] == ["declined", "say"]
    assert only.holder == "Berg"


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("The port was not ready to commit to a date for the sale.", ["not", "ready"]),
        ("Ms Berg did not say why the ferry was sold.", ["not", "say"]),
        ("Nobody knows why the ferry was sold.", ["Nobody", "knows"]),
    ],
)
def test_the_word_that_denies_is_among_the_cues(parse: Parse, text: str, cues: list[str]) -> None:
    (only,) = questions_of(parse(text))
    assert [text[slice(*cue)] for cue in only.cues][:2] == cues


def test_quoted_words_are_held_by_their_speaker(parse: Parse) -> None:
    text = 'Jane Holt said: "It is not clear whether the bridge will be rebuilt."'
    (only,) = questions_of(parse(text))
    assert only.holder == "Jane Holt"


SAMPLE_QUESTIONS = {
    "What does Putin intend towards Ukraine?": "discern the real intentions of Russian President",
    "What will Putin do next?": "what Mr Putin will do next",
    "When will further talks be held?": "Russia was not ready to commit to a schedule",
    "What will Russia do if the diplomacy fails?": "vague about what it might do",
}


def test_sample_article_lists_what_a_reader_would_ask(nlp: object) -> None:
    article = load(str(SAMPLE))
    found = questions_of(parse_article(article, nlp))  # type: ignore[arg-type]
    lit = {q.text: article.text[slice(*q.evidence)] for q in found}
    for question, evidence in SAMPLE_QUESTIONS.items():
        assert evidence in lit[question]
    assert found[0].text in SAMPLE_QUESTIONS


WORDS = [
    "the",
    "a",
    "will",
    "could",
    "may",
    "whether",
    "why",
    "unclear",
    "denied",
    "Russia",
    "Mr",
    "Putin",
    "declined",
    "to",
    "say",
    "not",
    "yet",
    "decide",
    "fears",
    "that",
    "if",
    "until",
    "must",
    "?",
    ".",
    ",",
    "'",
    '"',
    "“",
    "(",
    "his",
    "it",
    "they",
    "who",
    "what",
    "schedule",
    "talks",
    "is",
    "been",
    "have",
    "commit",
    "intentions",
    "of",
    "spokesman",
    "for",
    "missing",
    "2022",
    "just",
    "exactly",
    "how",
    "'s",
    "n't",
    "sue",
    "plead",
    "guilty",
]


def test_pronoun_inside_its_own_antecedent_does_no_harm(parse: Parse) -> None:
    assert isinstance(questions_of(parse("fears fears they declined declined"), -1.0), tuple)


def test_heading_with_much_in_it_does_no_harm(parse: Parse) -> None:
    parsed = parse("Who will pay for the port? Much detail inside.\n\nMuch noise?")
    assert isinstance(questions_of(parsed, -1.0), tuple)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=14), max_size=4))
def test_word_salad_keeps_to_the_rules(parse: Parse, blocks: list[list[str]]) -> None:
    parsed = parse("\n\n".join(" ".join(words) for words in blocks if words) or "x")
    for question in questions_of(parsed, -1.0):
        for span in (question.evidence, *question.cues):
            assert any(b.start <= span.start < span.end <= b.end for b in parsed.article.blocks)
        assert 0 < len(question.text.split()) <= LONGEST
        assert question.text.endswith("?") or question.text[-1] not in ".!,;:"
