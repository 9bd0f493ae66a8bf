"""What a reader expects of each class of openness, and of the sentences that only look like it.

Each row is a small invented report. The rows of one class differ in construction, not in
names, so that a rule that lists phrases fails some of them.
"""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.questions.conftest import questions_of
from tui.analysis.lexicons import words
from tui.analysis.questions.wording.phrases import LONGEST

FORECASTS = """
outcome | Economists predict that Norland will default. | Will Norland default?
outcome | The deficit is forecast to double by May, the bank said. | Will the deficit double by May?
outcome | If the merger fails, the brewery will close. | Will the merger fail?
outcome | Divers say that if the digging goes ahead, the reef is lost. | Will the digging go ahead?
outcome | Many believe that the merger will destroy the smaller brand. | destroy
outcome | It is hard to see the coalition surviving the winter. | surviv
undecided | The scheme will reach every school in Tarn if the pilot is successful. | the pilot
undecided | If approved by the council, the tower will be the tallest in Riga. | tower
undecided | The airline is in talks to buy its rival. | Will the airline buy its rival?
unknown | The leak has raised questions about the safety of the mine. | the safety of the mine
unknown | The verdict cast doubt on the future of the club. | future of the club
unknown | Biologists are baffled by the death of the seals. | the death of the seals
unknown | Norland has launched an investigation into the crash of the ferry. | the crash
unknown | The search for the two climbers is under way. | the two climbers
"""
REFUTATIONS = """
disputed | The ministry dismissed the report of a secret prison as nonsense. | the report
disputed | Mr Okafor called the allegation of theft false. | the allegation
disputed | The allegation that the judge took money is untrue, the court said. | judge
disputed | Ms Adler is accused of fraud, but insists that she did not take the ring. | take the ring
disputed | Despite claims that Norland shelled the port, nobody saw a soldier. | shell the port
disputed | The commission repeated its denial that ballots had been burned. | ballots
"""
COURTS = """
undecided | The widow has gone to court over the sale of the letters. | the letters
undecided | The widow has gone to court to stop the sale of the letters. | Will the court stop
undecided | Ms Adler has filed a lawsuit against the clinic. | the clinic
undecided | The case is before the Supreme Court. | Supreme Court
undecided | The former mayor is to stand trial for bribery. | mayor
undecided | The farmer declared himself not guilty. | Will the farmer be convicted?
"""
DEMANDS = """
condition | Campaigners urged the city to close the road. | Will the city close the road?
condition | The opposition demanded an apology from the minister. | apology
condition | Charities have called for an inquiry into the adoption of the boys. | inquiry
condition | The scandal has prompted calls for a ban on the drug. | ban on the drug
condition | The firm has been ordered to pay the miners. | Will the firm pay the miners?
condition | The lender said Norland must cut its deficit. | Will Norland cut its deficit?
condition | The regulator said the bank should sell the branch. | Will the bank sell the branch?
condition | The rebels refuse to disarm until the army leaves the valley. | army leave the valley
condition | Residents are campaigning for the mill to be saved. | mill
condition | Norland is defying Sudria's calls for restraint. | for restraint
condition | Sudria's demands for a seat on the board were rejected. | were rejected
condition | Norland warned that more progress is needed. | more progress is needed
outcome | Norland hinted at a possible deployment that could hit Sark. | deployment
undisclosed | Police did not specify the number involved in the raid. | number involved in the raid
intention | There is scepticism that Norland is serious about peace. | Is Norland serious
asked | Will they ever find the crew of the lost trawler? | Will they ever find the crew
"""
SILENCE = """
undisclosed | The author would say nothing about the title. | author say about the title
undisclosed | The mayor was not available for comment. | for comment
undisclosed | The owner could not be reached for comment. | for comment
undisclosed | The clinic did not return calls for comment. | for comment
undisclosed | The price of the painting remains secret. | What is the price of the painting?
undisclosed | The minister made no public comment. | public comment
"""
SAYING_LESS = """
undisclosed | The clinic declined further comment on the leak. | clinic say about the leak
undisclosed | The firm closed the mill but did not say why. | Why did the firm close the mill?
undisclosed | The coach resigned without giving details of his reasons. | What does the coach say
undisclosed | Police would not let his wife see Mr Falk or say where he is. | Where
undisclosed | The palace kept mum about the wedding. | What does the palace say about the wedding?
unknown | There are unconfirmed reports that the rebels have left Arl. | Have the rebels left Arl?
unknown | There was no confirmation of the report of a raid. | report
unknown | The army's claim that the rebels fled could not be verified. | Did the rebels flee?
intention | The minister showed no sign that he would apologise. | minister apologise
outcome | There is no sign of the army leaving Arl. | Will the army leave Arl?
undecided | The old mill faces an uncertain future. | uncertain future
undecided | The duties of the new envoy have not been defined. | duties of the new envoy
undecided | There is no timetable for a pullout. | pullout
undecided | It is premature to speculate on any response by the alliance. | response
undecided | The outcome of the talks is still up in the air. | The outcome of the talks
unknown | The key question is whether the voters will follow Ms Adler. | the voters follow
"""
STANDING_BY = """
intention | Sudria reserved the right to retaliate for the raid. | Sudria retaliate for the raid
outcome | The jets are on alert in case Norland attacks Sark. | Will Norland attack Sark
undecided | The two rivals are locked in a tight race in Norland. | in Norland
undecided | Most deputies have not signed the bill yet. | Will most deputies sign the bill?
condition | Norland has requested the extradition of the banker. | extradition of the banker
undecided | The two firms are in discussions about a new mine. | A new mine
condition | The chamber should not confirm a judge until the mayor resigns, the party said. | mayor
"""
CHANCES = """
outcome | The plan has a slim chance of passing. | Will the plan pass?
outcome | Analysts see little prospect of a deal. | a deal
outcome | The crisis looks set to deepen. | Will the crisis deepen?
outcome | The ruling opens the door to more lawsuits. | more lawsuits
outcome | Hopes are fading for the crew. | the crew
outcome | Hopes of a truce are growing. | are growing
outcome | There is a growing possibility of a default. | a default
outcome | More layoffs are likely, the firm said. | More layoffs are likely
outcome | The death toll is likely to climb. | How high will the death toll climb?
outcome | The bill is not certain to pass. | Will the bill pass?
"""
HYPOTHESES = """
unknown | Police believe the gunman acted alone. | Did the gunman act alone?
unknown | Detectives are treating the death as suspicious. | as suspicious
unknown | The watchdog is looking into claims that the firm lied. | Did the firm lie?
unknown | Officials were at a loss to explain the outage. | the outage
unknown | How the money was spent is anyone's guess. | How was the money spent?
unknown | What led to the crash is a matter of dispute. | What led to the crash?
unknown | The next move of the regime is hard to predict. | next move of the regime
intention | Not everyone is convinced that the plan will work. | Will the plan work?
unknown | There was no immediate claim of responsibility for the raid. | Who is responsible
unknown | An autopsy will be held to determine the cause of death. | What is the cause of death?
unknown | The motive was not clear. | not clear
unknown | It remains a mystery how the stones were moved. | How were the stones moved?
intention | The minister gave no hint of his plans. | What does the minister intend?
disputed | The family say Mr Falk was pushed, but police say Mr Falk fell. | Was Falk pushed?
"""
PURSUITS = """
undecided | The decision now rests with the minister. | the minister
undecided | The bank said it was studying the proposal. | it was studying the proposal
outcome | The war is far from over. | from over
outcome | The crisis is not over yet. | over yet
outcome | The species is threatened with extinction. | with extinction
undecided | The bank is seeking a buyer for the branch. | the branch
undecided | Officials are still working out the details of the sale. | details of the sale
unknown | The suspects remain at large. | Where are the suspects?
unknown | The killer has never been found. | Where is the killer?
unknown | No one has been charged over the attack. | Who is responsible for the attack?
unknown | Rescuers are still looking for survivors. | Where are survivors?
disputed | The two sides blame each other for the clash. | Who is responsible for the clash?
undecided | The plan must still be approved by parliament. | by parliament
undecided | The court is due to rule on Friday on the ban. | ban
undecided | The case continues. | case continues
"""
DUTIES = """
condition | The club has been urged to sell the mill. | Will the club sell the mill?
condition | Norland faces calls to leave the league. | Will Norland leave the league?
condition | The commission recommended that the city close the road. | Will the city close the road?
condition | The firm has 30 days to reply. | Will the firm reply?
condition | The council set a deadline of May 1 for the firm to reply. | Will the firm reply?
condition | The lender says it is up to Norland to make the first move. | make the first move
condition | The army said it would free the men in exchange for food. | free the men
condition | The sanctions will stay in place until the army leaves. | Will the army leave?
condition | There must be a public inquiry, the widow said. | Will there be a public inquiry?
condition | The rebels insist on a full pullout. | full pullout
"""
_MORE = (CHANCES, HYPOTHESES, PURSUITS, DUTIES)
ROWS = [
    row.split(" | ")
    for table in (
        FORECASTS,
        REFUTATIONS,
        COURTS,
        DEMANDS,
        SILENCE,
        SAYING_LESS,
        STANDING_BY,
        *_MORE,
    )
    for row in table.strip().splitlines()
]


@pytest.mark.parametrize(("kind", "text", "shown"), ROWS, ids=[row[1][:50] for row in ROWS])
def test_reader_is_shown_what_the_sentence_leaves_open(
    parse: Parse, kind: str, text: str, shown: str
) -> None:
    # A lone sentence has no headline or lead to stand out from: the threshold is lower.
    found = [q for q in questions_of(parse(text), 0.3) if q.kind == kind]
    assert found, text
    assert shown.lower() in found[0].text.lower()


LOOK_ALIKES = """
The recipe calls for butter and two eggs.
Critics call him a genius.
She called police to report a noise.
The president ordered a coffee and sat down.
Officials said the museum would open at nine.
Forecasters were proud of their new radar.
The witness declined to give his name.
The trail requires hikers to carry water.
Children should consider reading before bed.
The camera made possible pictures of the deep sea.
The town is famous for its trials of sheepdogs.
He said he did not know the rules of cricket.
They said they did not like the soup.
Drivers who may have seen the deer were few.
The singer went to court to watch the king dance.
The claim of a settler was a field of forty acres.
If you win, you get a teddy bear.
The tea is expected to taste of smoke.
Yet to a sailor the storm was nothing new.
Would you care for a cup of tea?
The castle had been put at the top of the hill.
Nothing gives a cook more joy than a clean pan.
The garden has been under water since May.
The clerk took a case of wine to the court.
The novel was called false by a rival poet in 1931.
Readers were asked who they think should win the cup.
The council met on Monday to discuss how to mend the roof.
Considered harmless by most cooks, the weed is bitter.
The captain does not know what he is doing, a rival said.
It does not take a prophet to see why the mill closed.
While the mayor may have been tired, he gave the speech.
It was what may have been the longest speech of the year.
Ms Adler dipped a toe in the lake to see if it was warm.
The shop will open regardless of whether the bridge is mended.
Asked whether he liked the play, Mr Falk laughed.
Asked whether the pier had burned, the mayor said it had.
Climbers were in the strongest possible position at noon.
Ms Adler said she would paint the hall if elected.
Come to the fair on Sunday if possible.
Not even if the court approves the sale will he leave.
Mr Falk refused to say that the wall was ugly.
The nurse, who asked not to be identified, works at night.
Few voted for candidates not named Falk.
Ms Adler tried to explain her plans to the boys.
The office denied the application of the widow.
The song is about the fear of being late.
The talk of the village turned to worries about hay.
Critics were worried enough that they had begun to sing.
The best idea might be to walk.
The site reserved the right to reject any letter.
The fever shows no sign of ending.
The treaty does not rule out drills.
Spring is in the air in Riga.
A poll in 1931 showed a tight race.
The mayor has close ties to the port.
A doctor looked into the distance.
The trip paved the way home.
He is at ease in a crowd at large.
No bug has been found in the code.
The delay was likely due to rain.
The doctor recommends that every child should eat fruit.
It is not a question of whether the mill will close.
If there were doubts about where he stands, his songs settle them.
You may not agree with what the mayor did.
The letters will be kept secret, the office said.
The union rebutted the critics of the strike.
After filing a lawsuit against the port, he moved to Riga.
Ms Adler beat all her potential rivals.
Mr Falk was threatened with a stick and ran home.
Does anybody know a good baker in this town?
A cook has no business deciding what is art.
Ms Adler failed to reach the hut before noon.
The debate about how the young live is old.
I suspect that the cook is fond of garlic.
Norland must remain part of the league, the envoy said.
Denials of rain were heard in every street.
""".strip().splitlines()


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_sentence_that_only_looks_open_is_left_out(parse: Parse, text: str) -> None:
    assert questions_of(parse(text)) == ()


NAMED = """
Ann Holm runs the port of Tarn. Ms Holm said the port could lose its licence, and that she may sue.
The firm owns two mines. It is unclear whether it will close them, and its owners declined to say.
Peter Falk, the governor, was vague about whether he would resign. He denied that he took money.
The two envoys met in Riga. They failed to agree on a border, and their envoys left early.
The judges asked why the guards had left. They did not say when they would rule on the appeal.
""".strip().splitlines()
_PRONOUNS = words("he she it they him them i we you this that these those")


@pytest.mark.parametrize("text", NAMED)
def test_question_can_be_read_alone(parse: Parse, text: str) -> None:
    found = questions_of(parse(text), 0.2)
    assert found
    for question in found:
        if not question.text.endswith("?"):
            continue  # The words of the text: they stand in its context.
        parts = question.text.rstrip("?").lower().split()
        assert len(parts) <= LONGEST
        # "Its" may go back to a name inside the question itself.
        assert not set(parts) & _PRONOUNS
        assert question.text[0].isupper()


def test_text_of_a_report_is_trusted_more_than_the_same_words_in_an_essay(parse: Parse) -> None:
    sentence = "The flood could destroy the old bridge."
    report = " ".join(
        f"{name} said the {thing} was closed on Friday."
        for name in ("Anna Holm", "Norland", "Peter Falk", "Riga", "Tom Okafor")
        for thing in ("port", "mill")
    )
    essay = " ".join(
        f"A walker sees a {thing} and thinks of nothing but {other}."
        for thing in ("field", "brook", "hedge", "lane", "barn")
        for other in ("bread", "sleep")
    )

    def score_allows(frame: str) -> bool:
        return bool(questions_of(parse(f"{sentence}\n\n{frame}"), 0.45))

    assert score_allows(report)
    assert not score_allows(essay)


def highest(parse: Parse, text: str) -> int:
    """The highest threshold, in hundredths, at which a text has a question."""
    parsed = parse(text)
    return max((n for n in range(0, 100, 2) if questions_of(parsed, n / 100)), default=-1)


def test_words_of_a_speaker_weigh_less_than_those_of_the_report(parse: Parse) -> None:
    told = "Anna Holm said the bridge could collapse."
    spoken = 'Anna Holm said: "The bridge could collapse."'
    assert highest(parse, told) > highest(parse, spoken)


def test_warning_told_by_the_report_with_a_quoted_end_is_its_own(parse: Parse) -> None:
    told = 'The union warned that the mill "would close for good in May".'
    spoken = 'Anna Holm said: "The union warned that the mill would close for good in May."'
    assert highest(parse, told) > highest(parse, spoken)


REPEATS = [
    (
        "The inquest into the fire is in its early stages.",
        "The inquest continues.",
        "one thing under way",
    ),
    (
        "Campaigners urged the city to close the road.",
        "A petition called on the city to plant trees.",
        "two demands on one party",
    ),
    (
        "The scandal could damage the reputation of the bank.",
        "Analysts said the scandal threatens to hurt sales.",
        "two harms of one thing",
    ),
    (
        "Residents fear that the dam at Arl will burst.",
        "Engineers warned that the dam at Arl could burst.",
        "one event feared twice",
    ),
    (
        "The junta has denied any plans to invade Sark.",
        "Residents fear that it is preparing an invasion.",
        "an event denied as a verb and feared as a noun",
    ),
]


@pytest.mark.parametrize(("one", "other", "why"), REPEATS, ids=[row[2] for row in REPEATS])
def test_one_question_is_listed_once(parse: Parse, one: str, other: str, why: str) -> None:
    found = questions_of(parse(f"{one}\n\n{other}"), 0.3)
    assert len(found) == 1, why
    assert found[0].other_places


def test_two_questions_of_one_text_stay_apart(parse: Parse) -> None:
    text = (
        "Nobody knows why the ferry sank off Tarn.\n\n"
        "The ministry has not said who will pay the widows."
    )
    assert {q.text for q in questions_of(parse(text))} == {
        "Why did the ferry sink off Tarn?",
        "Who will pay the widows?",
    }


SETTLED = [
    ("The union may strike at the port.", "The union struck at the port on Monday."),
    ("It is unclear whether the court freed the editor.", "The court freed the editor on Monday."),
    ("Parliament will decide whether to ban the drug.", "Parliament voted to ban the drug."),
]


@pytest.mark.parametrize(("question", "answer"), SETTLED)
def test_question_that_a_later_sentence_answers_is_closed(
    parse: Parse, question: str, answer: str
) -> None:
    assert questions_of(parse(question), 0.4)
    assert not questions_of(parse(f"{question}\n\n{answer}"), 0.4)


def test_only_the_surest_are_marked_sure(parse: Parse) -> None:
    text = (
        "It remains unclear whether the pilot of the Norland jet survived.\n\n"
        "The airline might alter its menu."
    )
    found = questions_of(parse(text), 0.2)
    assert [q.is_sure for q in found] == [True, False]
