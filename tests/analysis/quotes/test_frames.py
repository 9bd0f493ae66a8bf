"""Which words of a sentence a cue attributes: one invented sentence a frame, and near misses."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.quotes.conftest import quotes_of, words


@dataclass(frozen=True)
class Frame:
    text: str
    content: list[str]
    name: str | None = "Ann Lee"


FRAMES = [
    # Prepositions.
    Frame("Ann Lee pointed to the rotten beams of the roof.", ["the rotten beams of the roof"]),
    Frame("Ann Lee admitted to burning the letters.", ["burning the letters"]),
    Frame("Ann Lee lashed out at the owners of the mill.", ["the owners of the mill"]),
    Frame("Ann Lee spoke out about the lack of beds.", ["the lack of beds"]),
    Frame("Ann Lee called for the talks to resume.", ["the talks to resume"]),
    Frame("Ann Lee called for the mayor to step down.", ["the mayor to step down"]),
    Frame("Ann Lee talked about the harbour.", ["the harbour"]),
    Frame("Ann Lee referred to a report by the harbour board.", ["a report by the harbour board"]),
    Frame("Ann Lee reminded the guards of the fire in the mill.", ["the fire in the mill"]),
    Frame("Ann Lee took the stage to denounce the council.", ["the council"]),
    Frame("The charity calls on ministers to act.", ["ministers to act"], None),
    Frame("Ann Lee made clear that the mill was old.", ["that the mill was old"]),
    Frame("Ann Lee made it clear that the mill was old.", ["that the mill was old"]),
    # What somebody puts so stands behind it.
    Frame("The mill is, as Ann Lee put it, an old wreck.", ["an old wreck"]),
    Frame("As Ann Lee put it, the mill was a wreck.", ["the mill was a wreck"]),
    # Passives whose "by" hangs on what somebody is called.
    Frame("The mill was called a ruin by Ann Lee.", ["The mill", "a ruin"]),
    # What somebody was ready to say was said.
    Frame("Ann Lee was quick to say the mill was safe.", ["the mill was safe"]),
    Frame("Ann Lee was at pains to stress that it rained.", ["that it rained"]),
    Frame("Ann Lee made the point that the mill was old.", ["that the mill was old"]),
    # What the tagger takes for a noun or an unknown word.
    Frame("But Ann Lee claims that the mill is safe.", ["that the mill is safe"]),
    # Infinitives and gerunds.
    Frame("Ann Lee agreed to pay for the roof.", ["to pay for the roof"]),
    Frame("Ann Lee told the guards not to worry.", ["not to worry"]),
    Frame("Ann Lee proposed building a second bridge.", ["building a second bridge"]),
    Frame(
        "Ann Lee urged the council to sell the barn, lower the fees and open the lake.",
        ["the council to sell the barn, lower the fees and open the lake"],
    ),
    # Objects with the phrases that belong to them.
    Frame("Ann Lee announced the end of the strike.", ["the end of the strike"]),
    Frame("Ann Lee recalled a quarrel about the well.", ["a quarrel about the well"]),
    Frame("Ann Lee expressed interest in the mill.", ["interest in the mill"]),
    Frame("Ann Lee announced a fund to help the fishermen.", ["a fund to help the fishermen"]),
    Frame("Ann Lee rejected the rise in fees for boats.", ["the rise in fees for boats"]),
    Frame("Ann Lee repeated her belief that the roof leaked.", ["her belief that the roof leaked"]),
    Frame("Ann Lee blamed the fire on a guard who slept.", ["the fire on a guard who slept"]),
    Frame("The survey found wide support for a bridge.", ["wide support for a bridge"], None),
    Frame("Ann Lee mused about closing the mill.", ["closing the mill"]),
    # The day of speaking is no part of what is said.
    Frame("Ann Lee said on Friday the mill would close.", ["the mill would close"]),
    # Bodies and documents that judge.
    Frame("The harbour group condemned the sale.", ["the sale"], None),
    Frame("The letter condemned the sale of the mill.", ["the sale of the mill"], None),
    # A hearer or an occasion inside a parenthesis.
    Frame("Instead, Ann Lee told Acme, the mill would close.", ["Instead", "the mill would close"]),
    # A subject that stands behind its clause, in the passive, or before an aside in commas.
    Frame("Criticizing the council, Ann Lee left the room.", ["the council"]),
    Frame("Ann Lee was stopped at the gate and demanded to leave.", ["to leave"]),
    Frame(
        "Speaking for the village, Ann Lee, SC, said that the mill was old.",
        ["that the mill was old"],
    ),
    # Passives.
    Frame("The mayor was accused of hiding the bill.", ["The mayor", "hiding the bill"], None),
    Frame(
        "The plan was criticized by Ann Lee as a gift to the rich.",
        ["The plan", "a gift to the rich"],
    ),
    Frame(
        "The mayor was criticized for selling the mill.", ["The mayor", "selling the mill"], None
    ),
    # Nouns and adverbials.
    Frame("The village remembers Ann Lee's promise to rebuild it.", ["to rebuild it"]),
    Frame(
        "Nobody was ready for the winter, in the words of Ann Lee.",
        ["Nobody was ready for the winter"],
    ),
    # Clauses that begin before their cue.
    Frame("The vote, which Ann Lee said was a farce, is over.", ["which", "was a farce"]),
    Frame(
        "If it rained, Ann Lee said the roof would leak.", ["If it rained", "the roof would leak"]
    ),
    Frame("The vote, which Ann Lee called a farce, is over.", ["which", "a farce"]),
    Frame(
        "The board made a choice Ann Lee said ruined the village.",
        ["a choice", "ruined the village"],
    ),
    # A comma inside the marks ends a content like one outside.
    Frame(
        'Ann Lee said both mills are "a waste of time," but she gave the board some praise.',
        ['both mills are "a waste of time,"'],
    ),
    # A clause behind a phrase, and one with a participle.
    Frame("Ann Lee warned again on Monday night that the roof leaked.", ["that the roof leaked"]),
    Frame("Ann Lee found the roof leaking.", ["the roof leaking"]),
    Frame("Ann Lee said closing the mill was a mistake.", ["closing the mill was a mistake"]),
    Frame(
        "Ann Lee argued that, while the mill was old, the roof was sound.",
        ["that, while the mill was old, the roof was sound"],
    ),
    Frame(
        'Ann Lee told the court that, over the years, "the roof was never mended at all."',
        ['that, over the years, "the roof was never mended at all."'],
    ),
    # A cue in an aside with "as".
    Frame("As Ann Lee noted on Monday, the mill is old.", ["the mill is old"]),
    Frame("The mill is old, as Ann Lee noted.", ["The mill is old"]),
    Frame("As first reported by Acme, the mill was sold.", ["the mill was sold"], "Acme"),
    # A name before a colon, without quotation marks.
    Frame("Ann Lee: The council has failed the village", ["The council has failed the village"]),
    Frame("Q: Why did you leave the mill?", ["Why did you leave the mill?"], None),
    Frame("Mayor Ann Lee: Mill will open in May", ["Mill will open in May"]),
    Frame(
        "Baker: The council has failed the village",
        ["The council has failed the village"],
        "Tom Baker",
    ),
    Frame("Poll: Most voters want a bridge", ["Most voters want a bridge"], None),
    # What "according to" opens is a whole sentence.
    Frame(
        "According to Ann Lee, the road leads to Leeds, which has no station.",
        ["the road leads to Leeds, which has no station"],
    ),
    Frame(
        "Mill to close in May; Harbour fees will rise, Ann Lee says.", ["Harbour fees will rise"]
    ),
    Frame(
        "According to the team's coach, Ann Lee, in their first match, the robot scored twice.",
        ["in their first match, the robot scored twice"],
    ),
    # A source with its verb behind the sentence it attributes, whatever the tree.
    Frame(
        "Eighty percent of the villagers have a poor view of Baker, the poll found.",
        ["Eighty percent of the villagers have a poor view of Baker"],
        None,
    ),
    Frame(
        "Just yesterday, can you believe it, Ann Lee urged the guards to leave the gate open.",
        ["the guards to leave the gate open"],
    ),
    # What closes with it is one too, with the post of its source.
    Frame(
        "The mill saw visits reach 11,000 last year, according to curator Ann Lee.",
        ["The mill saw visits reach 11,000 last year"],
    ),
    # What follows the last comma is the writer's.
    Frame(
        "Ann Lee said the mill would open again in May - a date that nobody believes.",
        ["the mill would open again in May"],
    ),
    Frame(
        "Ann Lee said the council would sell the barn, ending a long quarrel.",
        ["the council would sell the barn"],
    ),
    Frame(
        "Ann Lee said the road would lead to Leeds, which has no station.",
        ["the road would lead to Leeds"],
    ),
    Frame(
        "Ann Lee said the prize would go to Tom Baker, a former judge.",
        ["the prize would go to Tom Baker"],
    ),
]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.text[:40])
def test_a_cue_takes_the_words_its_frame_calls_for(parse: Parse, frame: Frame) -> None:
    (quote,) = quotes_of(parse, frame.text)
    assert (words(frame.text, quote.content), quote.speaker_name) == (frame.content, frame.name)


@pytest.mark.parametrize(
    "text",
    [
        "They moved to a village called Leeds.",
        "A man accused of fraud opened the door.",
        "Note: The office is shut on Monday.",
        "Correction: An earlier version misspelled the name of the mill.",
        "Baker: Wait and see.",
        "The path points to the lake.",
        "The new law encouraged farmers to plant trees.",
        "Acme offers to its members a discount.",
        "He is known in other words of praise.",
        "The mill is old, as they say.",
        "The bells rang, as Ann Lee replied.",
        "Ann Lee found a key.",
        # Figures and storms judge nothing.
        "The results deny the mill its fame.",
        "Ann Lee advised the campaign.",
        "The storm threatened to sink the boat.",
        "The mill was described as an old barn.",
        # What is thanked, asked for, denied or found is no statement.
        "The mayor thanked the crew.",
        "The board questioned Ann Lee.",
        "Ann Lee asked for a form.",
        "The consul denied his visa.",
        "The guard found the door open.",
        "Ann Lee agreed on Friday.",
        "The clerk mentioned the wall.",
        "Ann Lee stood up, pointing to the old hill.",
        "Ann Lee smiled when asked whether she would run.",
        "Ann Lee was admitted to hospital with a fever.",
        "The port has been called the best in Leeds by Sunday.",
        "Ann Lee was happy to say yes to them.",
        "Ann Lee was rebuked by Tom Baker.",
        "The camps were called odd because nobody slept there.",
        "The band is credited with two songs.",
        # Others claim what somebody plays down; days and figures say nothing.
        "The council has played down claims that the mill is old.",
        "As the day went on, it rained on the mill.",
        "The mills are offering discounts to owners to fill their yards.",
        "Imports rose in May, signalling that it was over.",
        "Norway: A Country Loses Its Oldest Mill",
        # What others said is not what an answer to it says.
        "Ann Lee responded to a report that the mill had burned.",
        "Ann Lee said goodbye to all her friends in the mill by the lake.",
    ],
)
def test_a_near_miss_is_nobodys_statement(parse: Parse, text: str) -> None:
    assert quotes_of(parse, text) == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # A cue in parenthesis before the quoted end of its sentence.
        (
            'If the mill shuts, Ann Lee said, "we will all have to move to Leeds."',
            ["If the mill shuts", '"we will all have to move to Leeds."'],
        ),
        # A clause with "that" whose end is quoted.
        (
            'Ann Lee said that, after a long winter, "The roof was in a sorry state."',
            ['that, after a long winter, "The roof was in a sorry state."'],
        ),
        # A word that joins two parts.
        (
            '"We tried for years," Ann Lee said. But "nobody would listen to us."',
            ['"We tried for years,"', 'But "nobody would listen to us."'],
        ),
        # A full stop inside the marks before a cue that says nothing else.
        ('"We tried for years." Ann Lee said.', ['"We tried for years."']),
        # Three single marks: the inner quotation closes with the outer one.
        ("''They told us, 'Go home,''' said Ann Lee.", ["''They told us, 'Go home,'''"]),
        # A lead that the parser takes for the subject.
        ('Her verdict: "It was not easy," Ann Lee said.', ['"It was not easy,"']),
    ],
)
def test_a_quotation_and_its_cue_are_found_as_one(
    parse: Parse, text: str, content: list[str]
) -> None:
    (quote,) = quotes_of(parse, text)
    assert (words(text, quote.content), quote.speaker_name) == (content, "Ann Lee")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("In the words of Ann Lee, nobody was ready for the winter.", "in the words of"),
        ("The mayor was accused of hiding the bill.", "passive"),
        ("The plan to sell the mill was derided by Ann Lee.", "passive with by"),
        ("Ann Lee: The council has failed the village", "name before a colon"),
        ("The village remembers Ann Lee's promise to rebuild it.", "noun of speech"),
    ],
)
def test_a_quote_says_by_which_construction_it_was_found(
    parse: Parse, text: str, rule: str
) -> None:
    (quote,) = quotes_of(parse, text)
    assert quote.rule == rule


def test_a_relative_pronoun_is_the_speaker_where_its_noun_has_a_name(parse: Parse) -> None:
    text = "The prize went to Ann Lee, who said the mill was old."
    (quote,) = quotes_of(parse, text)
    assert (words(text, quote.speaker), quote.speaker_name) == (["who"], "Ann Lee")
    text = "The village read the report, which concluded that the mill was old."
    (quote,) = quotes_of(parse, text)
    assert (words(text, quote.speaker), quote.speaker_name) == (["the report"], None)


def test_a_clause_about_anonymity_is_no_part_of_the_source(parse: Parse) -> None:
    text = "The talks stalled, according to a diplomat who spoke on condition of anonymity."
    (quote,) = quotes_of(parse, text)
    assert (quote.speaker_name, quote.anonymous) == ("a diplomat", True)


def test_a_question_put_to_the_speaker_does_not_take_the_answer(parse: Parse) -> None:
    text = 'Asked whether the plan was dead, Ann Lee replied: "We are a long way from that."'
    quotes = {words(text, q.content)[0]: q for q in quotes_of(parse, text)}
    assert quotes['"We are a long way from that."'].speaker_name == "Ann Lee"
    assert "whether the plan was dead" not in quotes


def test_a_title_between_two_parts_does_not_end_a_turn(parse: Parse) -> None:
    text = (
        '"The mill was never safe," said Ann Lee, author of "The Long Winter." '
        '"Nobody wanted to hear it."'
    )
    assert [q.speaker_name for q in quotes_of(parse, text)] == ["Ann Lee"]


def test_a_name_before_a_colon_inside_a_paragraph_signs_the_quotation(parse: Parse) -> None:
    text = 'The papers were split on it. Tom Baker: "The vote was a farce from start to finish."'
    (quote,) = quotes_of(parse, text)
    assert (quote.speaker_name, quote.rule) == ("Tom Baker", "quote after its cue")


def test_a_name_behind_a_dash_signs_the_quotation_before_it(parse: Parse) -> None:
    text = '"The road is a disgrace." ― Ann Lee\n"Nobody ever asked us about it." ― Tom Baker'
    assert [(words(text, q.content), q.speaker_name) for q in quotes_of(parse, text)] == [
        (['"The road is a disgrace."'], "Ann Lee"),
        (['"Nobody ever asked us about it."'], "Tom Baker"),
    ]


def test_marks_that_close_together_still_end_the_quotation(parse: Parse) -> None:
    text = "\"He told me, 'This is the end,' \" Ann Lee said in Leeds."
    (quote,) = quotes_of(parse, text)
    assert (quote.speaker_name, words(text, quote.cue)) == ("Ann Lee", ["said"])


def test_the_mark_of_the_next_quotation_is_no_part_of_a_content(parse: Parse) -> None:
    text = "Ann Lee said the boat was far too small. ''Nobody asked me about it,'' she said."
    assert [words(text, q.content) for q in quotes_of(parse, text)] == [
        ["the boat was far too small"],
        ["''Nobody asked me about it,''"],
    ]


def test_a_party_in_brackets_parts_no_speaker_from_the_verb(parse: Parse) -> None:
    text = "Sen. Ann Lee (D-Ohio) said the bill was dead."
    (quote,) = quotes_of(parse, text)
    assert (quote.speaker_name, words(text, quote.content)) == ("Ann Lee", ["the bill was dead"])
