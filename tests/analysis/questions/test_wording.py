"""How a question is put: one sentence for each rule, and the clause where no rule is sure."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.questions.conftest import ALL, questions_of
from tui.analysis.questions.wording.inflection import asked_group, base_form, full_form
from tui.analysis.questions.wording.naming import short_names
from tui.analysis.results import Entity, EntityType, Mention
from tui.analysis.rules import MentionRule
from tui.documents.article import Span

WORDED = [
    # An embedded question is turned round, with its auxiliary or with "do".
    ("Ms Berg declined to say why the ferry was sold.", "Why was the ferry sold?"),
    ("Nobody knows where the paintings are.", "Where are the paintings?"),
    ("It is not clear how the thieves entered the vault.", "How did the thieves enter the vault?"),
    ("Doctors are trying to find out what made the children ill.", "What made the children ill?"),
    ("It is unclear who owns the island.", "Who owns the island?"),
    ("It is not known how many sheep the farm has.", "How many sheep does the farm have?"),
    ("Nobody knows why the alarm did not sound.", "Why did the alarm not sound?"),
    ("It is not known how many survivors there were.", "How many survivors were there?"),
    # So is a whether-clause; "would" after a verb of the past is "will".
    ("It remains unclear whether the pilot survived.", "Did the pilot survive?"),
    ("It is unclear whether the trains run today.", "Do the trains run today?"),
    ("Officials did not say whether Oslo would pay.", "Will Oslo pay?"),
    ("Parliament will decide whether to ban the drug.", "Will Parliament ban the drug?"),
    # What may come.
    ("Greece could leave the currency union.", "Will Greece leave the currency union?"),
    ("The mine might be closed by the owners.", "Could the mine be closed by the owners?"),
    ("The strike threatens to close the airport.", "Will the strike close the airport?"),
    ("Residents fear that the river will flood the town.", "Will the river flood the town?"),
    ("There are fears that Sweden is building a wall.", "Is Sweden building a wall?"),
    # A long subject is cut to what does it; what is joined to an object goes before its end.
    (
        "The planned sale of the last two Norland ferries to a rival line by the bank of Arl could "
        "spark a wave of other sales.",
        "Will the planned sale spark a wave of other sales?",
    ),
    (
        "Police declined to say whether the guard had suspected a link with the Arl robbery, the "
        "murder, arson and theft affair of the year that had long rocked the whole of the town.",
        "Did the guard suspect a link with the Arl robbery?",
    ),
    ("It is not clear whether Ms Berg perjured herself.", "Did Berg perjure herself?"),
    ("The FBI declined to comment on the raid.", "What does the FBI say about the raid?"),
    # A relative clause is asked of the noun just before it.
    ("They plan a strike that could close the port.", "Will the strike close the port?"),
    ("The town builds walls that could stop the sea.", "Will walls stop the sea?"),
    # What is called for is asked where it is something done.
    ("The union demanded a recount of the votes.", "Will there be a recount of the votes?"),
    ("The union demanded a ransom.", "Will the demand for a ransom be met?"),
    # A long end is cut before a preposition, and asides behind a comma are left out.
    (
        "The storm may force the town to close the two old schools on the hill above the river for "
        "the whole of the coming winter.",
        "Will the storm force the town to close the two old schools on the hill?",
    ),
    (
        "The cold may lead to a rise in prices, with many expecting fuel to run out.",
        "Will the cold lead to a rise in prices?",
    ),
    # What may have been.
    ("The hackers may have stolen the passwords.", "Did the hackers steal the passwords?"),
    ("The letters may have been burned.", "Were the letters burned?"),
    # What is forced, helped, ended, paid, or given as an estimate.
    ("The country may have to switch to coal.", "Will the country have to switch to coal?"),
    ("The strike could spell the end of the airline.", "Will the airline come to an end?"),
    ("The delay could cost taxpayers $40m.", "How much will the delay cost taxpayers?"),
    ("Up to 300 jobs could be lost.", "How many jobs could be lost?"),
    ("Two ferries could be lost.", "Could two ferries be lost?"),
    # Denials, neutral again.
    ("The bank has denied that it helped the smugglers.", "Did the bank help the smugglers?"),
    ("Mr Okafor denied taking the money.", "Did Okafor take the money?"),
    # Withholding and meaning to.
    ("The firm refused to comment on the report.", "What does the firm say about the report?"),
    ("A spokesman for Nokia declined to comment.", "A spokesman for Nokia declined to comment"),
    ("The two victims have not been identified.", "The two victims have not been identified"),
    ("Envoys are struggling to discern Norway's intentions.", "What does Norway intend?"),
    ("Tokyo has been vague about what it might do next.", "What will Tokyo do next?"),
    # Schedules, courts, approval, causes, the missing, what is needed.
    ("No date has been set for the trial.", "When will the trial be held?"),
    (
        "The singer is suing the newspaper.",
        "Will the singer's suit against the newspaper succeed?",
    ),
    ("The singer could sue the newspaper.", "Will the singer sue the newspaper?"),
    ("Mr Okafor pleaded not guilty to murder.", "Will Okafor be convicted?"),
    ("The cause of the fire is still unknown.", "What is the cause of the fire?"),
    ("Twelve sailors are still missing.", "Where are twelve sailors?"),
    # A question of the text stays as it is, without its opening conjunction.
    ("But who will pay Lisbon for the harbour?", "Who will pay Lisbon for the harbour?"),
    # Nothing is cut off that tells which, and examples are left out.
    (
        "Ministers doubt that the town will behave like someone who wants a harbour.",
        "Will the town behave like someone who wants a harbour?",
    ),
    ("Residents urged the mayor to get his act together.", "Will the mayor get his act together?"),
    (
        "Norland fears that its allies, particularly Sark, will leave the pact.",
        "Will Norland's allies leave the pact?",
    ),
    (
        "Officials did not say whether the trains will run this Saturday morning.",
        "Will the trains run this Saturday morning?",
    ),
    # What has no noun to ask about is shown as it stands.
    (
        "It is unclear how effective it would be in rallying support for the senator from Norland.",
        "It is unclear how effective it would be in rallying support for the senator from Norland",
    ),
    # What is asked outright stands as it is; else "would" moves forward.
    (
        "Can Ann Holm win back the voters she lost?",
        "Can Ann Holm win back the voters she lost?",
    ),
    (
        "The plan raises a basic question: how would a mayor run a city of ten million people "
        "alone, without a council or any staff?",
        "How will a mayor run a city of ten million people alone without a council?",
    ),
    (
        "Sark may have to win the big ports by large margins in order to catch Norland.",
        "Will Sark have to win the big ports by large margins?",
    ),
    ("Or will Lisbon pay Norland for the harbour?", "Will Lisbon pay Norland for the harbour?"),
    (
        "Is the idea of paying pupils with free meals a fair way to fill classes, "
        "or just another trick by a mayor who wants votes?",
        "Is the idea of paying pupils with free meals a fair way to fill classes, "
        "or just another trick by a mayor who wants votes?",
    ),
    # No sure rule: the words of the text.
    ("Anyone with information should call the police.",) * 2,
    ("The plan is under review by the regulator.",) * 2,
    ("There is no information from the island.",) * 2,
    ("They were not ready to commit to their timetable.",) * 2,
    ("Flooding is possible along the coast.",) * 2,
    ("It is not clear who did this.",) * 2,
    # What is said to have been is over; what was denied is no plan.
    ("The ring is said to have been stolen.", "Was the ring stolen?"),
    ("The club denied having taken the money.", "Did the club take the money?"),
    ("It is possible that the posters were burned.", "Were the posters burned?"),
    # A plural that owns something keeps its apostrophe; so do parts of a share.
    ("The miners' union could leave the pact.", "Will the miners' union leave the pact?"),
    ("The tax may rise by 4.2% in May.", "How high will the tax rise?"),
    # How a thing is done, and what it is done with, is not left out.
    (
        "Norland has denied that the envoy entered the country illegally.",
        "Did the envoy enter the country illegally?",
    ),
    # "Only" cannot be asked; a headline lacks what a question needs.
    ("The port could only gain from a rival.",) * 2,
    ("Ferry firm may close port",) * 2,
    # Half a word, half of a pair and a clause without its end are no questions.
    ("The town may stay between the two.",) * 2,
    ("Ms Berg may be going too far.",) * 2,
    ("Police fear there may be three.",) * 2,
    ("The sale might cause a few heads to turn at the port.",) * 2,
    ("Ms Berg may shift the mood this season.",) * 2,
    # A referendum does not join: nobody who could is named.
    ("A referendum on whether to join the pact was announced.",) * 2,
    # What is denied in a condition is not asked as if it were not.
    ("Norland will leave the pact if no vote is held in May.",) * 2,
]


@pytest.mark.parametrize(("sentence", "text"), WORDED, ids=[row[0][:40] for row in WORDED])
def test_question_is_worded_as_a_reader_would_ask(parse: Parse, sentence: str, text: str) -> None:
    found = questions_of(parse(sentence), ALL)
    assert found[0].text == text.removesuffix(".")


def test_long_question_of_the_text_is_cut_at_its_end(parse: Parse) -> None:
    text = (
        "Did the inquiry find reasons to doubt what the owners of the mill did before, during and "
        "after the night on which the fire had killed the watchman Ole Dahl and two of his dogs?"
    )
    only = questions_of(parse(text), ALL)[0]
    assert only.text.startswith("Did the inquiry find reasons")
    assert only.text.endswith("…")
    assert not only.is_worded


def test_question_of_the_text_begins_behind_the_colon_that_leads_to_it(parse: Parse) -> None:
    text = "The clerk asked them a simple question: Who will pay for the new bridge?"
    assert questions_of(parse(text), ALL)[0].text == "Who will pay for the new bridge?"


def test_colon_within_a_question_of_the_text_is_no_beginning(parse: Parse) -> None:
    text = "Will the bank keep its two promises: a new bridge and a school?"
    assert questions_of(parse(text), ALL)[0].text == text


def test_pronoun_behind_another_name_is_left_alone(parse: Parse) -> None:
    text = (
        "Ann Holm met Eva Berg on Monday. Ms Holm questioned whether Ms Berg's past made her unfit."
    )
    assert all("Holm unfit" not in q.text for q in questions_of(parse(text), ALL))


def test_schedule_takes_its_meeting_from_the_sentence_before(parse: Parse) -> None:
    text = "Chile wants to hold talks again with Peru. But Peru was not ready to commit to a date."
    assert "When will further talks be held?" in [q.text for q in questions_of(parse(text), ALL)]


def test_pronoun_gives_way_to_the_name(parse: Parse) -> None:
    text = (
        "Ann Holm met the miners on Monday.\n\nMs Holm spoke for an hour. "
        "It is unclear whether she will resign."
    )
    assert [q.text for q in questions_of(parse(text), ALL)] == ["Will Holm resign?"]


def test_name_that_may_be_meant_by_two_is_not_put_for_a_pronoun(parse: Parse) -> None:
    text = "Ann Holm met Eva Berg on Monday. It is unclear whether she will resign."
    assert [q.text for q in questions_of(parse(text), ALL)] == [
        "It is unclear whether she will resign"
    ]


def test_last_name_is_short_only_where_one_person_has_it() -> None:
    def person(name: str, last: str = "") -> Entity:
        full = Mention(Span(0, len(name)), MentionRule.FULL_NAME)
        again = Mention(Span(90, 90 + len(last)), MentionRule.LAST_NAME)
        return Entity(name, EntityType.PERSON, (full, again) if last else (full,))

    alone = person("Ola Berg", "Berg")
    names = short_names(
        [
            alone,
            person("Liv Dahl", "Dahl"),
            person("Per Dahl", "Dahl"),
            person("Eva Bank"),
            person("Sam Roe Jr.", "Roe"),
        ]
    )
    assert names == {
        "Ola Berg": "Berg",
        "Liv Dahl": "Liv Dahl",
        "Per Dahl": "Per Dahl",
        # Never called so: it may be a firm.
        "Eva Bank": "Eva Bank",
        "Sam Roe Jr.": "Roe",
    }


@pytest.mark.parametrize(
    ("sentence", "verb", "group"),
    [
        ("The ship sank.", "sank", ("did", ["sink"])),
        ("The trains run today.", "run", ("do", ["run"])),
        ("The ship sinks.", "sinks", ("does", ["sink"])),
        ("The ship will sink.", "sink", ("will", ["sink"])),
        ("The ship has been sold.", "sold", ("has", ["been", "sold"])),
        ("The ships were old.", "were", ("were", [])),
        ("Police are here.", "are", ("are", [])),
    ],
)
def test_auxiliary_moves_or_do_stands_in(
    parse: Parse, sentence: str, verb: str, group: tuple[str, list[str]]
) -> None:
    doc = parse(sentence).paragraphs[0].doc
    head = next(t for t in doc if t.text == verb)
    subject = next(t for t in head.children if t.dep_.startswith("nsubj"))
    assert asked_group(head, subject) == group


def test_short_has_is_told_from_short_is(parse: Parse) -> None:
    text = "Ann Holm won the prize. Critics are not sure she's even read the novel."
    assert [q.text for q in questions_of(parse(text), ALL)] == ["Has Ann Holm read the novel?"]


def test_short_auxiliaries_are_written_out(parse: Parse) -> None:
    doc = parse("She'll say they've gone and he's leaving.").paragraphs[0].doc
    forms = [full_form(t) for t in doc if t.dep_ == "aux"]
    assert forms == ["will", "have", "is"]
    assert base_form(next(t for t in doc if t.text == "gone")) == "go"
