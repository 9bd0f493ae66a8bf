"""Words that leave something open, by class of meaning.

The classes follow the usual divisions of predicates that embed questions (Karttunen 1977:
knowing, acquiring knowledge, telling, deciding, inquiring) and of attitudes to what may come
(fear, doubt, demand). A class stands in a frame with negation, modality or an embedded
question; no word opens a question alone unless its class says so.
"""

from __future__ import annotations

from tui.analysis.lexicons import words

# Knowing and finding out.
KNOWING = words(
    "know understand comprehend fathom grasp explain remember recall tell say see learn"
)
"""Negated, with an embedded question, these say that nobody knows."""

FINDING_OUT = words(
    """
    determine ascertain establish discern discover learn identify verify confirm clarify pinpoint
    find figure work understand gauge assess know tell locate trace explain predict decipher
    settle reveal judge see authenticate
    """
)
"""What somebody tries to do who does not know."""

INQUIRING = words(
    "investigate probe wonder debate question examine explore inquire enquire ask look"
)
"""With an embedded question, these say that it is being looked into."""

STRIVING = words(
    "try struggle seek work hope aim attempt strive want wait scramble need race keen eager puzzle"
)
"""What leads to finding out without having found."""

INCAPABLE = words("unable fail unsure impossible difficult hard powerless struggle")
"""What keeps somebody from knowing or saying."""

ESTABLISHING = words("establish determine ascertain pinpoint trace")
"""What is done to a fact that is then known; in the negated passive, it is not."""

LINGERING = words(
    "remain surround linger persist hang swirl arise mount grow shroud abound exist emerge"
)
"""What open questions and fears do."""

UNCLEAR = words(
    """
    unclear unknown uncertain unresolved unanswered unsolved unexplained undetermined undecided
    unsettled inconclusive mysterious murky sketchy mystery doubtful unconfirmed
    """
)
"""Predicates that call their subject open."""

CLEAR = words("clear certain sure known obvious evident convinced")
"""Predicates that do so when negated."""

QUESTION_NOUNS = words(
    "question doubt uncertainty mystery puzzle debate confusion riddle dispute disagreement"
)
"""Nouns whose complement is an open question."""

INSIGHT_NOUNS = words(
    """
    insight idea clue inkling indication explanation knowledge clarity certainty evidence
    consensus hint word sign information guess
    """
)
"""Nouns for what is missing where somebody does not know."""

RUMOUR_NOUNS = words("rumour rumor speculation theory suspicion hypothesis conjecture")
"""Nouns for what is said without being known."""

RUMOUR_VERBS = words("speculate theorise theorize hypothesise hypothesize suspect conjecture")
"""Verbs that put forward what is not known."""

# Withholding.
DECLINING = words("decline refuse")
"""What somebody does who knows and does not tell."""

TELLING = words(
    """
    say comment disclose give confirm identify reveal specify elaborate discuss name provide
    answer respond explain release detail offer address tell describe clarify speculate divulge
    """
)
"""What is declined by somebody who withholds."""

ANSWERING = words("comment respond reply elaborate answer")
"""What somebody does when asked: a clause with "when" after these is not a question."""

GUARDED = words("silent mum tight-lipped secretive guarded")
"""Predicates of somebody who has the answer and keeps it."""

DIVIDED = words("divide divided split disagree differ unsure undecided")
"""What parties are, or do, over a question they have not settled."""

DISCLOSING = words(
    """
    disclose reveal release specify name identify publish divulge elaborate detail comment respond
    clarify
    """
)
"""Negated, these say that something is withheld, whatever their object."""

DETAIL_NOUNS = words(
    "detail comment word information explanation response announcement statement reason"
)
"""Nouns for what is withheld when there is none of it."""

REQUEST_NOUNS = words("request question call email message inquiry enquiry")
"""What is left without an answer."""

WITHHELD_NOUNS = words("detail term name reason age nationality identity price value content size")
"""Properties of a matter that are given out or kept back."""

# Meaning to.
INTENTION_NOUNS = words("intention intent motive motivation plan aim goal ambition thinking agenda")
"""Nouns for what somebody means to do."""

VAGUE = words(
    """
    vague coy evasive ambiguous noncommittal cagey silent guarded secretive ambivalent mum cryptic
    """
)
"""Predicates of somebody who does not let out what they mean to do."""

DOUBTING = words(
    "sceptical skeptical doubtful dubious doubt sceptic skeptic scepticism skepticism unconvinced"
)
"""Attitudes to what may not be so."""

RAISING = words("raise spark prompt fuel cast stir trigger provoke face leave pose reignite renew")
"""What is done to questions, doubts and fears that come up."""

BAFFLED = words("baffled puzzled perplexed mystified stumped baffle puzzle perplex mystify stump")
"""States, and verbs that cause them, of those who look for an explanation."""

SECRET = words("secret confidential classified undisclosed")
"""Predicates of what is kept from the public."""

# Contradicting.
ASSERTING = words(
    """
    say claim insist maintain argue allege assert contend report state accuse tell believe deny
    charge suggest blame
    """
)
"""Verbs that put something forward as so."""

ACCUSING = words(
    "accuse allege allegation accusation charge claim blame suspect suspicion rumour rumor sue"
)
"""Verbs and nouns that lay something to somebody."""

ACCOUNTS = words("account version report statement story testimony claim figure estimate")
"""Nouns for what somebody tells of an event."""

CONFLICTING = words(
    "conflicting contradictory differing conflict contradict differ diverge vary competing rival"
)
"""What accounts are, or do, that cannot all be true."""

DENYING = words("deny dispute refute rebut contest disavow")
"""Verbs that say something asserted is not so."""

DISMISSING = words("dismiss reject rubbish repudiate contradict question challenge")
"""The same, but only of an assertion."""

CLAIM_NOUNS = words(
    """
    claim allegation accusation report charge suggestion rumour rumor assertion involvement
    wrongdoing responsibility plan collusion link role knowledge speculation account version
    """
)
"""Nouns for what may be true or not."""

FALSE = words(
    """
    false untrue baseless unfounded groundless incorrect inaccurate misleading nonsense lie
    fabrication fabricated rubbish smear absurd ridiculous implausible fiction propaganda
    """
)
"""Predicates of an assertion that somebody contradicts."""

REFUSED_NOUNS = words(
    """
    access entry visa bail request right chance opportunity service permission asylum treatment
    existence parole pleasure citizenship
    """
)
"""What one is denied rather than denies."""

BELIEVING = words("believe think suspect allege rumour rumor report say suppose understand")
"""In the passive, these put forward what is not known."""

REVIEW_NOUNS = words(
    """
    review investigation consideration discussion negotiation inquiry scrutiny examination debate
    """
)
"""What a matter stands under as long as it is open."""

SEARCHING = words("investigate search hunt probe")
"""What is done as long as somebody or something is not found."""

# Deciding.
DECIDING = words(
    """
    decide determine choose settle agree announce set finalise finalize name schedule resolve
    approve sign confirm rule commit reach select ratify specify pick appoint fix vote complete
    """
)
"""What makes an end of a matter; negated or yet to come, the matter is open."""

CONSIDERING = words(
    "consider weigh mull contemplate ponder review debate study deliberate negotiate discuss"
)
"""What is done about a matter not yet decided."""

PENDING = words("await pend")
"""Verbs of waiting for a decision."""

DECISION_NOUNS = words(
    """
    decision ruling verdict vote result outcome approval appeal hearing trial sentencing sentence
    inquest inquiry investigation deal agreement confirmation extradition referendum judgment
    judgement review probe consultation negotiation talk
    """
)
"""Nouns for what decides a matter."""

RULING = words("decide rule vote choose determine announce approve consider")
"""What an authority does that makes an end of a matter."""

DELAYING = words("postpone delay suspend adjourn shelve defer stall")
"""What puts a decision off."""

SUING = words("sue petition appeal challenge")
"""What puts a matter before a court."""

LAWSUIT_NOUNS = words("lawsuit suit case complaint appeal claim petition challenge action")
"""Nouns for what is before a court."""

COURT_ORDERS = words(
    "stop block halt prevent ban bar overturn suspend quash annul lift delay force compel evict"
)
"""What a court does when somebody has gone to it for that."""

FILING = words("file lodge launch bring take start begin mount pursue prepare")
"""What is done to put it there."""

PASSING = words(
    """
    approve pass agree succeed ratify convict elect adopt confirm grant accept endorse implement
    enact win
    """
)
"""What happens to a plan, candidate or defendant one way or the other."""

PASSED = words("successful guilty success feasible viable available possible true")
"""The same as predicates."""

INQUIRY_NOUNS = words("investigation inquiry enquiry probe inquest search hunt manhunt autopsy")
"""Nouns for looking into something until it is found out."""

OPENING = words("launch open begin start order conduct continue hold demand announce lead join")
"""What is done to an inquiry that has not yet found out."""

ASSENT_NOUNS = words(
    """
    approval consent backing support permission clearance ratification signature licence license
    agreement endorsement assent authorisation authorization
    """
)
"""What a plan needs of somebody who may withhold it."""

NEEDING = words("need require subject conditional contingent dependent")
"""Verbs and predicates of what waits for assent."""

PROCEEDINGS = words("talk negotiation trial vote election hearing inquest appeal referendum case")
"""What goes on until it comes out one way or another."""

HEIR_NOUNS = words("successor replacement nominee candidate winner heir")
"""Nouns for who is yet to be found for a place."""

APPROVED_NOUNS = words(
    """
    request application proposal plan bid offer motion bill measure deal petition appeal ban
    merger takeover purchase sale reform amendment treaty
    """
)
"""Nouns for what an authority approves or not."""

CAUSE_NOUNS = words("cause motive reason origin extent identity source motivation whereabouts")
"""Nouns that stand for a wh-word: the cause is why, the identity is who."""

SPOKESPEOPLE = words("spokesman spokeswoman spokesperson representative publicist")
"""Who speaks for somebody else."""

SCHEDULE_NOUNS = words("schedule date timetable timeline timeframe deadline calendar timing")
"""Nouns for when something will be."""

MEETING_NOUNS = words(
    """
    talk meeting negotiation summit session round election vote hearing conference visit trial
    game launch funeral wedding inauguration ceremony match poll debate congress referendum
    inquest concert
    """
)
"""Events that are held."""

READY = words("ready willing prepared able inclined")
"""Predicates of somebody about to act; negated, they have not."""

STANDING = {
    "in doubt": "unknown",
    "in question": "unknown",
    "in dispute": "unknown",
    "in limbo": "undecided",
    "in balance": "undecided",
    "on hold": "undecided",
    "on table": "undecided",
    "on trial": "undecided",
    "up air": "undecided",
    "in jeopardy": "outcome",
    "in danger": "outcome",
    "in peril": "outcome",
    "at risk": "outcome",
    "at stake": "outcome",
    "on brink": "outcome",
    "on verge": "outcome",
    "under threat": "outcome",
}
"""States that last until something is settled, with the kind of question they leave."""

FACED_NOUNS = words("trial charge extradition deportation inquiry vote lawsuit impeachment ban")
"""What one faces as long as nobody has decided."""

BEING = words("be seem remain look appear stay")
"""Verbs that tie a state to its subject."""

AMOUNTS = words(
    "toll cost price number bill casualty figure total rate damage death surcharge fee tax loss"
)
"""Nouns for what may turn out higher."""

HARMING = words(
    """
    harm damage undermine hurt affect hit threaten disrupt jeopardise jeopardize destabilise
    destabilize cripple weaken tarnish ruin destroy derail
    """
)
"""Verbs of one event in other words: somebody or something suffers."""

# Asking for.
DEMANDING = words(
    """
    demand urge press call insist require request implore beg persuade pressure push lobby
    campaign plead appeal petition
    """
)
"""What a party does that wants another to act."""

ASKING_FOR = words("call press push lobby campaign plead appeal petition")
"""Those of them that take what is wanted with "for"."""

DEMAND_NOUNS = words("call demand pressure plea appeal ultimatum petition")
"""Nouns for what a party wants of another."""

DEPENDING = words("depend hinge rest conditional contingent dependent")
"""Words for what will be only if something else is."""

STALLED = words("stalled deadlocked stall deadlock frozen")
"""Predicates of what has come to a stop undecided."""

RELUCTANT = words("reluctant wary hesitant unwilling loath")
"""Predicates of somebody who may or may not act."""

MORE_NOUNS = words(
    "progress time work evidence information research action proof step support talk"
)
"""What more is needed of where a matter stays open."""

# Fearing and foreseeing.
FEARING = words("fear worry concern dread alarm anxiety apprehension")
"""Attitudes to what may come or be, as verbs and nouns."""

AFRAID = words("afraid worried concerned fearful anxious alarmed nervous wary apprehensive")
"""The same as predicates."""

WARNING = words("warn caution alert")
"""Verbs of saying what may come."""

WARNING_NOUNS = words(
    "warning threat risk danger prospect possibility chance likelihood potential spectre specter"
)
"""Nouns for what may come."""

PREDICTING = words("predict forecast project foresee anticipate reckon envisage expect")
"""Verbs of saying what will come without being sure."""

SUPPOSING = words("believe think suggest")
"""Verbs that with "will" and a plural subject put forward a forecast."""

THREATENING = words("threaten risk")
"""Verbs whose complement may come."""

POSSIBLE = words("possible conceivable likely unlikely potential uncertain plausible")
"""Predicates of what may come."""

EVENT_NOUNS = words(
    """
    war crisis strike attack deal ban sale exit collapse failure loss cut breach fraud recession
    coup vote return change increase rise fall move candidate bid threat shortage
    """
)
"""Nouns for what may come about."""

MODALS = words("could may might")
"""Auxiliaries that leave it open whether something is or will be."""

CHANGING = words(
    """
    abandon affect ban be become begin block break bring cancel cause close collapse come cost
    create cripple cut damage delay derail destabilise destabilize destroy die disrupt drop end
    escalate exceed extend face fail fall flood force go grow happen harm hit hurt increase
    jeopardise jeopardize keep kill lead leave lift lose mean move offer open oust postpone
    prevent prompt push raise reach rebuild remain remove replace reject resign result return rise
    ruin run sell send shut sink slow spark spread start stay step stop strike succeed suffer
    switch take target threaten tighten topple trigger turn undermine wipe win withdraw worsen
    join pull invade attack contaminate erupt burst freeze delay deport dissolve drag expel
    explode fold impose jail launch pollute quit retaliate sack sanction scrap split starve sue
    topple veto annul
    """
)
"""Verbs of an event or a change of state that a later article could report."""

STATIVE = words(
    """
    hear see feel smell taste understand recognise recognize enjoy love like know think believe
    play speak sing borrow want need wish hope own contain belong depend seem appear look sound
    afford help imagine guess find say tell get use manage remember expect argue call describe add
    vary differ
    """
)
"""Verbs that with a modal rather tell an ability, a taste or a way of speaking."""

PUBLIC_ACTORS = words(
    """
    government minister president parliament congress senate court judge authority official police
    council commission company firm bank party union regulator leader committee ministry
    administration agency army military team board union country state city officer lawyer
    prosecutor investigator senator governor mayor lawmaker deputy chancellor king queen chairman
    chief general envoy rebel group militia lender shareholder side club airline maker bloc
    campaigner activist charity critic expert scientist researcher doctor teacher resident mp
    lawyer victim protester demonstrator supporter foundation federation association society
    institute organisation organization ngo lobby economist analyst migrant refugee worker
    department office manufacturer retailer owner developer publisher broadcaster economy
    alliance jury tribunal watchdog operator opposition leadership junta regime lords assembly
    chamber house prince premier creditor ally island province hospital university airport palace
    embassy
    """
)
"""Whoever decides, rules, finds out or has to answer in public."""

GENERIC_SUBJECTS = words(
    "you one anyone someone somebody people everyone everybody nobody man woman person"
)
"""Subjects of which nothing is said in particular."""

CONTENTLESS = words(
    """
    be have do say will would could may might must shall should can not go get make take next new
    more much many other still yet also year day time week month one two first last people
    """
)
"""Lemmas that two questions may share without being one."""
