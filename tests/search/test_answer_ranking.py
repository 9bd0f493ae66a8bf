"""Which questions a passage may answer: by rare names and words, and never by common ones."""

from __future__ import annotations

import pytest

from tui.search.answer_ranking import (
    Asked,
    Near,
    OpenQuestions,
    Passage,
    name_words,
    rarity_in_articles,
    rarity_in_questions,
    same_story,
)
from tui.search.word_stems import stem

JOBS = Asked("jobs", "How many jobs will go?", "It was not clear how many jobs would go.")
SALE = Asked(
    "sale",
    "Will Kestrel Bank sell its German retail business to Raiffeisen Nord?",
    names=("Kestrel Bank", "Raiffeisen Nord"),
)
VOTE = Asked("vote", "When will the vote be held?", "A new date for the vote has not been fixed.")
LEASING = Asked("leasing", "Will there be a sale of the leasing business?")
NAMES = name_words(["Kestrel Bank", "Raiffeisen Nord", "Holger Brinkmann"])


def rare_word(word: str) -> float:
    """Rare as in a library where half of all questions are about businesses that are sold."""
    return rarity_in_questions(2000 if word in ("sell", "business") else 2, 4000)


def near(text: str, *asked: Asked, around: str = "", names: frozenset[str] = NAMES) -> list[Near]:
    questions = OpenQuestions(asked, lambda _: rarity_in_articles(1, 40), rare_word)
    return questions.near(Passage(text, around or text, names))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("jobs", "job"),
        ("agreed", "agreement"),
        ("charges", "charged"),
        ("indemnify", "indemnity"),
        ("investigating", "investigation"),
        ("sold", "sale"),
        ("decision", "decides"),
    ],
)
def test_forms_of_a_word_are_one_word(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("press", "presses"), ("die", "dying"), ("is", "iss")])
def test_short_words_keep_what_makes_them_words(one: str, other: str) -> None:
    assert stem(one).startswith(one[:2])
    assert stem(other).startswith(other[:2])


def test_the_words_of_the_question_answer_it_whatever_their_endings() -> None:
    (hit,) = near("About 600 jobs will go by the end of 2026, Brinkmann said.", JOBS, SALE, VOTE)
    assert hit.id == "jobs"
    assert hit.shared == {"jobs"}


def test_the_nearest_question_comes_first() -> None:
    text = "Kestrel Bank sold its German retail business to Raiffeisen Nord, and 600 jobs will go."
    assert [hit.id for hit in near(text, JOBS, SALE)] == ["sale", "jobs"]


def test_how_many_wants_a_number_and_when_a_time() -> None:
    assert near("Jobs will go, Brinkmann said.", JOBS) == []
    assert near("The vote will be held soon.", VOTE) == []
    assert near("The vote will be held on Tuesday.", VOTE)


def test_a_question_about_somebody_is_not_answered_by_somebody_else() -> None:
    quits = Asked("quits", "Will Hockney quit the Assembly?", names=("Hockney", "Assembly"))
    names = name_words(["Hockney", "Kilroy", "Assembly"])
    assert near("Kilroy quit the party in January.", quits, names=names) == []
    assert near("Hockney quit the Assembly in January.", quits, names=names)


def test_a_name_with_one_wrong_letter_is_that_name() -> None:
    text = "Kestrel Bank sold its German retail business to Raifeisen Nord."
    assert [hit.id for hit in near(text, SALE)] == ["sale"]
    assert "raiffeisen" in near(text, SALE)[0].shared


def test_what_the_question_is_about_must_be_there() -> None:
    """A sale of a business is no sale of the leasing business."""
    assert near("Kestrel Bank sold its business to Raiffeisen Nord.", LEASING) == []
    assert near("Raiffeisen Nord sold its leasing business.", LEASING)


def test_common_words_answer_nothing() -> None:
    assert near("They said what people could say.", JOBS, SALE, VOTE, LEASING) == []
    assert near("", JOBS) == []


def test_articles_are_of_one_story_if_most_of_their_rare_names_are_the_same() -> None:
    def rare(name: str) -> float:
        return rarity_in_articles(300 if name in ("blair", "labour", "london") else 1, 1000)

    assert same_story({"kestrel", "raiffeisen", "brinkmann"}, NAMES, rare)
    assert not same_story({"blair", "labour", "london"}, {"blair", "labour", "london"}, rare)
    many = {f"name{n}" for n in range(30)}
    assert not same_story({"name1", "name2", "name3"}, many, rare)


def test_a_word_is_the_rarer_the_fewer_have_it_in_libraries_of_any_size() -> None:
    for total in (1, 100, 100_000):
        rarities = [rarity_in_questions(count, total) for count in (0, 1, total)]
        assert rarities == sorted(rarities, reverse=True)
        assert all(0 <= each <= 1 for each in rarities)
