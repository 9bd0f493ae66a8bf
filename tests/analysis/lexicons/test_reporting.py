"""Verbs and nouns of saying, and what they take."""

from __future__ import annotations

import pytest

from tui.analysis.lexicons.reporting import (
    DOCUMENT_NOUNS,
    INSTITUTION_NOUNS,
    LABELS,
    PEOPLE_NOUNS,
    PHRASAL_VERBS,
    PROMISE_NOUNS,
    REPORTING_HEADS,
    REPORTING_VERBS,
    SPEECH_NOUNS,
    Takes,
)


@pytest.mark.parametrize(
    ("verb", "takes", "not_takes"),
    [
        ("say", Takes.QUOTE | Takes.CLAUSE, Takes.OBJECT | Takes.INFINITIVE),
        ("deny", Takes.CLAUSE | Takes.OBJECT | Takes.INFINITIVE, Takes.HEARER),
        ("tell", Takes.HEARER | Takes.CLAUSE, Takes.OBJECT),
        ("vow", Takes.INFINITIVE | Takes.OBJECT, Takes.HEARER),
        ("accuse", Takes.OBJECT_AND_MORE | Takes.QUOTE, Takes.CLAUSE),
        ("find", Takes.FINDING | Takes.CLAUSE, Takes.OBJECT),
        ("hint", Takes.AIM, Takes.OBJECT),
        # In several classes: it takes what any of them takes.
        ("ask", Takes.CLAUSE | Takes.OBJECT_AND_MORE | Takes.AIM | Takes.TOPIC, Takes.GOAL),
        ("admit", Takes.INFINITIVE | Takes.OBJECT | Takes.GOAL, Takes.HEARER),
    ],
)
def test_verb_takes_what_its_classes_take(verb: str, takes: Takes, not_takes: Takes) -> None:
    assert REPORTING_VERBS[verb] & takes == takes
    assert not REPORTING_VERBS[verb] & not_takes


def test_every_verb_takes_something_and_is_a_lemma() -> None:
    assert all(takes is not Takes.NOTHING for takes in REPORTING_VERBS.values())
    assert all(verb.isalpha() and verb.islower() for verb in REPORTING_VERBS)


def test_verb_with_a_particle_is_looked_up_with_it() -> None:
    assert PHRASAL_VERBS["point_out"] & Takes.CLAUSE
    assert not REPORTING_VERBS["point"] & Takes.CLAUSE
    assert all(verb.count("_") == 1 for verb in PHRASAL_VERBS)


def test_source_is_a_person_a_body_or_a_thing() -> None:
    assert not PEOPLE_NOUNS & (INSTITUTION_NOUNS | DOCUMENT_NOUNS)
    assert PROMISE_NOUNS < SPEECH_NOUNS
    # "Poll: Voters want a bridge" is a finding, "Photo: ..." a label; a source may be either.
    assert {"source"} == REPORTING_HEADS & LABELS
