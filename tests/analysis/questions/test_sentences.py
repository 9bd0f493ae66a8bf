"""Sentences of every kind that leave a question open, and closed ones."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.questions.conftest import ALL, questions_of
from tui.analysis.results import QuestionKind

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
