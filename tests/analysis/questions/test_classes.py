"""Every class of openness and its look-alikes: one line a case, each a small text of its own."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.questions.conftest import questions_of
from tui.analysis.questions.content_words import stem

WEAK = {"condition", "outcome", "asked"}
"""Kinds whose signs are often false: alone in a text they show at a lower threshold only."""
OPEN = """
unknown | The bridge at Harlow was shut on Friday. It is not clear when it will open again.
unknown | It is not clear where the money went. | Where did the money go?
unknown | How the fire started is not known. | How did the fire start?
unknown | What the letter said remains a mystery. | What did the letter say?
unknown | Nobody knows how many people were on board the ferry.
unknown | Police do not know how the thieves got into the vault.
unknown | No one could explain why the alarm had been switched off, said the head of the museum.
unknown | Investigators are still trying to establish whether the brakes failed.
unknown | The cause of the blaze is being investigated. | What is the cause of the blaze?
unknown | The whereabouts of the paintings are unknown. | What are the whereabouts of the paintings?
unknown | Doctors are unable to say whether the virus spreads through the air.
unknown | Whether the pilot saw the warning light is uncertain.
unknown | Forty miners are still unaccounted for. | Where are forty miners?
unknown | It is unclear if any of the nurses are alive. | Are any of the nurses alive?
unknown | Scientists are at a loss to explain why the fish died. | Why did the fish die?
unknown | Questions remain about who signed the contract. | Who signed the contract?
unknown | The motive for the killing remains unclear. | What is the motive for the killing?
unknown | A spokesman said it was too early to say what caused the leak. | What caused the leak?
unknown | No one has claimed responsibility for the bombing. | Who is responsible for the bombing?
unknown | The extent of the damage was not immediately known. | What is the extent of the damage?
unknown | Little is known about the driver of the van.
unknown | Detectives are looking into whether the two cases are linked. | Are the two cases linked?
unknown | It is not known if the two men had met before. | Did the two men meet before?
unknown | Who sent the parcel is still not known. | Who sent the parcel?
unknown | The company said it did not know how many accounts had been affected.
unknown | There is still no trace of the plane. | Where is the plane?
unknown | But exactly how many seats they will lose is still unclear.
unknown | How many homes the plan will cover is not known. | How many homes will the plan cover?
undecided | But just how many laps Ms Adler will run has yet to be determined.
undecided | Ms Adler has gone to court to try to stop the sale. | Will the court stop the sale?
undecided | The widow is going to court to win a pension. | Will the widow win a pension?
undisclosed | Why the guards left their posts has not been explained.
unknown | It has not been established who owned the boat. | Who owned the boat?
unknown | Experts are divided over what killed the whales. | What killed the whales?
unknown | Mystery surrounds the death of a banker in Riga.
unknown | The tower fell in seconds. "We don't know what caused it," the mayor said.
undisclosed | The minister declined to say how much the jets will cost.
undisclosed | The company would not say which plants will close. | Which plants will close?
undisclosed | Officials did not say when the talks will resume. | When will the talks resume?
undisclosed | The army has not disclosed where the soldiers are held. | Where are the soldiers held?
undisclosed | Details of the deal were not released. | What are the details of the deal?
undisclosed | The terms of the sale were not disclosed. | What are the terms of the sale?
undisclosed | Police have not named the suspect.
undisclosed | The buyer's identity has not been made public. | What is the buyer's identity?
undisclosed | There was no word on when the airport will reopen. | When will the airport reopen?
undisclosed | The embassy refused to comment on the arrests.
undisclosed | Lawyers for the singer did not respond to a request for comment on the lawsuit.
undisclosed | No details were given about the victims.
undisclosed | The palace gave no reason for the delay.
undisclosed | The statement did not specify what weapons were used. | What weapons were used?
intention | Ms Adler would not be drawn on whether she will stand again. | Will Adler stand again?
undisclosed | The bank has refused to reveal who approved the loan. | Who approved the loan?
undisclosed | The ministry has yet to explain why the files were destroyed.
undisclosed | The airline has kept silent about the cause of the crash.
undisclosed | The names of the dead have not been released. | What are the names of the dead?
undisclosed | Neither side revealed what was agreed. | What was agreed?
undisclosed | Asked whether he would resign, the governor declined to answer.
undisclosed | Iran has not confirmed how many people were killed in the attack.
undisclosed | No explanation was given for the closure.
undisclosed | The firm did not immediately disclose how much it paid for the mine.
intention | It is unclear what the general intends to do with the prisoners.
intention | Analysts doubt that the junta will hand over power. | Will the junta hand over power?
intention | Diplomats are sceptical that the rebels are serious about peace.
intention | The king's intentions are hard to read. | What does the king intend?
intention | The minister was vague about whether he will run again. | Will the minister run again?
unknown | Nobody can tell what the general will do next. | What will the general do next?
intention | The president has been coy about a second term.
intention | Observers question whether the regime means to keep its word.
unknown | The party leader has given no hint of whom she will back.
intention | Few believe that the warlord will keep his promise. | Will the warlord keep his promise?
unknown | There is doubt about whether the militia will disarm. | Will the militia disarm?
unknown | The company has sent mixed signals about whether it will close the mill.
intention | The governor left open whether he would seek a third term.
unknown | Envoys are trying to work out what North Korea wants. | What does North Korea want?
intention | The regime's plans for the north remain unclear.
disputed | The minister denied taking bribes from builders.
disputed | The firm denied the allegation that it dumped waste in the river.
disputed | The army says it hit a depot, but villagers say it hit a school.
disputed | Kenya accused Somalia of shelling the border town, a charge that Mogadishu rejected.
disputed | Prosecutors say the nurse poisoned two patients; she denies it.
disputed | The company disputes that pay was cut. | Was pay cut?
disputed | The banker was charged with fraud. The banker has denied any wrongdoing.
disputed | The two governments gave conflicting accounts of the clash.
disputed | The mayor rejected accusations that he rigged the vote. | Did the mayor rig the vote?
disputed | Rebels said they had captured the town, a claim the army denied.
disputed | The official toll is disputed by aid groups.
disputed | Opposition leaders allege that ballots were burned, which the commission denies.
disputed | The club dismissed reports that it will sell the striker.
disputed | Moscow says the plane strayed into its airspace; Ankara insists that it did not.
disputed | Accounts of the shooting differ.
disputed | Police said the man fired first, but his family disputed that account.
disputed | The minister contradicted the general's claim that the road was safe.
disputed | Washington accuses the company of spying; the company denies the charge.
disputed | The army denied it had used gas. | Did the army use gas?
disputed | It is disputed whether the judge knew of the gift. | Did the judge know of the gift?
undecided | No decision has been made on the new stadium. | What will be decided on the new stadium?
undecided | The council has yet to vote on the housing plan.
undecided | Whether the bill will pass remains to be seen. | Will the bill pass?
undecided | The proposal to close the mine is under review.
undecided | The two airlines are awaiting approval from the regulator.
undecided | An appeal against the sentence is pending.
undecided | The date of the funeral has not been fixed. | When will the funeral be held?
undecided | The court will decide whether to free the editor. | Will the court free the editor?
undecided | The jury has not reached a verdict.
undecided | Lawmakers are divided over whether to extend the ban. | Will lawmakers extend the ban?
undecided | The senator is weighing a run for governor.
undecided | The board is considering whether to sell the brewery. | Will the board sell the brewery?
undecided | The trial of the editor has been put off until next spring.
undecided | Talks on a new contract have stalled. | Will talks on a new contract resume?
undecided | The bill still needs the approval of the upper house.
undecided | The two sides failed to agree on a ceasefire. | Will the two sides agree on a ceasefire?
undecided | Ministers are still discussing how to pay for the tunnel.
undecided | It has not been decided where the waste will go. | Where will the waste go?
undecided | A final decision on the merger is due next month. | What will be decided on the merger?
undecided | The government is thinking about banning fireworks. | Will the government ban fireworks?
unknown | It is up to the judge whether the footballer can stay. | Can the footballer stay?
undecided | The referendum will decide whether the island stays in the union.
undecided | The law still awaits the signature of the president.
undecided | A successor has not been named.
undecided | The vote is too close to call.
undecided | The fate of the hostages hangs in the balance.
unknown | The future of the steelworks is in doubt.
undecided | No agreement has been reached on fishing rights.
undecided | Negotiations over the debt are continuing in Paris.
undecided | The club is yet to decide who will coach the side. | Who will coach the side?
undecided | Both parties are undecided about the offer.
condition | The lender said Greece must cut pensions before it gets more money.
condition | No aid will be sent until the rebels free the nurses. | Will the rebels free the nurses?
condition | The union will strike on Monday unless the company raises wages.
condition | The president demanded that the army withdraw from the city.
condition | Washington urged Tehran to release the sailors. | Will Tehran release the sailors?
condition | The European Union called on Poland to reverse the law. | Will Poland reverse the law?
condition | The lender wants the government to raise taxes. | Will the government raise taxes?
condition | The talks will resume only if the shelling stops. | Will the shelling stop?
condition | France insisted that Hungary must ratify the treaty. | Will Hungary ratify the treaty?
condition | The group has given the government until Friday to free its leader.
condition | Prosecutors have called for the senator to step down. | Will the senator step down?
unknown | The loan depends on whether parliament passes the budget.
condition | The rebels set three conditions for a truce.
condition | Unless the parties agree by midnight, the government will shut down.
condition | There will be no deal without a prisoner swap, the envoy said.
undecided | The takeover is subject to approval by the regulator.
condition | The minister is under pressure to resign. | Will the minister resign?
condition | Iran has until March to open the site to inspectors.
outcome | Residents fear that the dam will burst. | Will the dam burst?
outcome | There are fears that the virus has reached the camps. | Has the virus reached the camps?
outcome | The strike could close the airport for weeks.
outcome | The ruling may force the firm to sell its mines.
outcome | Officials said the death toll could rise. | How high will the death toll rise?
outcome | The president threatened to pull troops out of the country.
outcome | Economists warned that the bank might collapse. | Will the bank collapse?
outcome | The minister has not ruled out new taxes. | Will there be new taxes?
outcome | Thousands of jobs are at risk at the plant.
outcome | The oil slick threatens beaches on the island.
outcome | It is possible that the vote will be annulled. | Will the vote be annulled?
outcome | The storm may make landfall near Galveston. | Will the storm make landfall near Galveston?
outcome | The leak could contaminate the water of the town.
outcome | Aid workers worry that food will run out. | Will food run out?
outcome | If the dam fails, the government will evacuate the valley.
outcome | The scandal could bring down the government. | Will the scandal bring down the government?
outcome | The general raised the prospect of a wider war.
outcome | The volcano could erupt again, scientists said. | Will the volcano erupt again?
outcome | Concern is growing that the truce will collapse. | Will the truce collapse?
outcome | The deal might yet fall through. | Will the deal fall through?
outcome | There is a risk that the ship will sink. | Will the ship sink?
outcome | The airline is on the brink of collapse.
outcome | The senator could face charges over the payments.
outcome | Fears of a famine are growing in the south.
asked | Who ordered the raid? Nobody in the ministry would say. | Who ordered the raid?
asked | Why did the guards leave their posts? The ministry gave no answer.
asked | How did 40 tonnes of gold vanish from the vault in Lagos?
asked | Is the truce over? | Is the truce over?
asked | Can the government survive the vote? | Can the government survive the vote?
asked | When will the schools of Aleppo reopen? | When will the schools of Aleppo reopen?
asked | What will the regulator do about the banks? | What will the regulator do about the banks?
asked | Did the minister know of the payments? He has not said.
asked | What happened to the crew? Nobody on the pier would say. | What happened to the crew?
asked | Will the city pay its debts, or will the state step in?
""".strip().splitlines()
"""Kind, text and, where one is worded and fits into the line, the question."""
CLOSED = """
It was unclear for hours who had won, but the commission named Mr Obi the winner on Sunday.
The singer, whose name was unknown to the crowd, sang two songs.
She knows where the keys are.
The minister explained why the tax was cut.
He declined to take part in the race.
The library would not lend the book.
The farmer refused to sell the land.
You can't know what you're missing.
Children may borrow up to six books.
Visitors could see the castle from the hill.
Smoking can cause cancer.
Exercise may help people sleep better.
He could speak five languages.
If he had stayed, he would have drowned.
The goalkeeper might have saved the shot had he been taller.
The chain will open ten stores in June.
The minister plans to visit Rome next week.
The vote was held on Sunday, and the plan passed by 200 votes.
Parliament approved the plan after months of debate.
The court ruled that the sale was legal.
The firm was cleared of the allegations last year.
Passengers must show a passport at the gate.
Applicants need to fill in a form before they can start.
Bake the cake until it is golden.
He waited until the rain stopped.
The shop is open until six.
Unless otherwise stated, prices include tax.
"We must score more goals," the coach said.
Fear of flying is common.
The film is about a boy who fears the dark.
I wonder whether I should cut my hair.
Whether you like it or not, winter is coming.
When the train arrived, nobody was on the platform.
It was nice when the sun came out.
It is not nice when people push.
It is not safe where the road bends.
He was not happy when the train was late.
Nobody was hurt when the roof fell in.
The house where he was born is not open.
He denied the boy a second helping.
The minister rejected the offer.
The critics dismissed the film.
She asked me how I was.
Asked why he paints at night, he said the light is better.
It is no secret who wrote the song.
There is no question that the team deserved to win.
There is no doubt that the singer is gifted.
No doubt the weather helped.
It makes no difference whether it rains.
Tickets are subject to availability.
Prices may vary from shop to shop.
The opinions here may not reflect those of the newspaper.
Please call us if you have any questions.
The talks, which had been delayed twice, ended on Friday with a deal.
He did not know that his sister was alive until she wrote to him in 1946.
It took a year to find out who built the boat: two brothers from Cork.
The cause of the fire was a faulty heater, investigators said.
"You could hear a pin drop," she said.
That may be true, but the garden is lovely.
As you may know, the bridge opened in 1932.
May 5 is a holiday in Japan.
What matters is how you play.
She wrote about how her family survived the war.
The study looked at how bees find flowers.
The show asks what makes us human.
He learned how to sail when he was six.
The judge decided to free the editor.
The board voted to sell the brewery.
The missing page was found in a drawer.
He is missing two teeth.
We hope to see you soon.
It was not clear at first who had fired. Police later said a guard had fired by mistake.
For days nobody knew where the boy was. The boy was found on Friday in a barn, unhurt.
Would the dam hold? The dam held.
Many feared that the dam would burst. The dam held.
Who won? The Danes did, by three goals.
Want to bring the whole family? Book now.
Have you seen the new film?
Isn't it lovely?
Who doesn't love cake?
How are you?
The band may play a few old songs.
Guests can choose whether to eat inside or out.
The recipe tells you how long the soup must cook.
The clock stopped when the power failed, and nobody noticed.
She is not the kind of player who gives up.
The hotel has no rooms with a view of the sea.
The court heard how the boys had met at school.
Police said no one was hurt.
Nobody was surprised when the mayor won again.
He was not aware that the camera was on.
Life is uncertain.
The actor, who is known for his temper, said nothing unusual happened.
It can be hard to say no.
There was no need to worry, the doctor said.
The trial ended in March, and he was jailed for six years.
The company denied him a pension in 1954.
In 1912 nobody knew how to reach the pole.
The new law will take effect on January 1.
Residents were warned to boil their water.
The king must sign every law under the constitution.
The party spoke to the economic worries of voters in the mill towns of Norland.
The plan was to leave at dawn.
A good coach knows when to shout and when to be silent.
The garden is at its best when the roses bloom.
The bus is not late when the road is clear.
If it rains, we will play indoors.
Ask your doctor if you are not sure.
The novel leaves open whether the hero dies.
The exhibition could be seen until May.
""".strip().splitlines()
"""Settled, generic, able, unreal, advised, planned or answered in the next sentence."""


@pytest.mark.parametrize("row", OPEN)
def test_class_is_found_and_worded(parse: Parse, row: str) -> None:
    kind, text, *wording = row.split(" | ")
    parsed = parse(text)
    found = questions_of(parsed, 0.3) if kind in WEAK else questions_of(parsed)
    assert found
    assert found[0].kind == kind
    assert wording in ([], [found[0].text])


@pytest.mark.parametrize("text", CLOSED)
def test_look_alike_is_left_out(parse: Parse, text: str) -> None:
    assert questions_of(parse(text)) == ()


@pytest.mark.parametrize(
    ("verb", "noun"),
    [("deploy", "deployment"), ("approve", "approval"), ("withdraw", "withdrawal"),
     ("expand", "expansion"), ("resign", "resignation"), ("elect", "election")],
)  # fmt: skip
def test_verb_and_its_noun_are_one_word_when_repeats_merge(verb: str, noun: str) -> None:
    assert stem(verb) == stem(noun)


def test_event_told_as_verb_and_as_noun_is_one_question(parse: Parse) -> None:
    text = (
        "There are fears that Norland could invade the island of Sark.\n\n"
        "Aid agencies fear that an invasion of the island could come within days."
    )
    (only,) = questions_of(parse(text))
    assert only.other_places
