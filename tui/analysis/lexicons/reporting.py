"""Words that attribute a statement, by class of meaning and the complements they take.

The classes follow the usual division of reporting verbs in grammars of English (verbs of
saying, manner of speaking, asserting, conceding, predicting, promising, judging, asking for,
charging). What a class takes decides what its quote is; no word has a rule of its own.
"""

from __future__ import annotations

from enum import Flag, auto

from tui.analysis.lexicons import words


class Takes(Flag):
    """Complements that hold what was said."""

    NOTHING = 0
    QUOTE = auto()
    """Words in quotation marks beside it: "...", she joked."""
    CLAUSE = auto()
    """A finite clause: say (that) it rains."""
    INFINITIVE = auto()
    """A clause without a subject of its own: vow to leave."""
    OBJECT = auto()
    """A noun phrase: deny the charge."""
    OBJECT_AND_MORE = auto()
    """A noun phrase and what is said of it: call it a lie, urge him to go, accuse her of it."""
    HEARER = auto()
    """A noun phrase that is only the hearer: tell reporters that."""
    TOPIC = auto()
    """A phrase with one of `TOPIC_PREPOSITIONS`: warn of a war."""
    AIM = auto()
    """A phrase with one of `AIM_PREPOSITIONS`: hint at a change, call for calm (to return)."""
    FINDING = auto()
    """A noun phrase, where a study is the source: find a link."""
    GOAL = auto()
    """A phrase with "to" that is no hearer: refer to a report, admit to a theft."""


_SAY = Takes.QUOTE | Takes.CLAUSE

_CLASSES: tuple[tuple[Takes, str], ...] = (
    # Saying and writing, neutral.
    (
        _SAY,
        """say add state remark observe reply answer retort respond repeat restate recall relate
        report write tweet retweet post blog email pronounce narrate quip elaborate opine muse
        reason reckon counter conclude comment put counsel volunteer object interject continue
        rule hold decree grouse""",
    ),
    (
        _SAY | Takes.OBJECT,
        """note mention reiterate recount declare announce proclaim explain clarify recall repeat
        report state recite articulate argue lament chant""",
    ),
    (_SAY | Takes.HEARER | Takes.INFINITIVE | Takes.TOPIC, "tell"),
    (_SAY | Takes.HEARER | Takes.TOPIC, "inform remind notify assure reassure advise brief"),
    # Manner of speaking.
    (
        _SAY,
        """shout cry yell scream whisper murmur mutter mumble exclaim gasp sigh laugh joke
        jest snap snarl growl bark roar bellow chant croon drawl stammer sob gush rave rant enthuse
        fume grumble gripe groan moan whine sneer scoff chuckle chirp intone""",
    ),
    # Asserting, with a stake in it.
    (
        _SAY | Takes.INFINITIVE,
        """claim assert affirm reaffirm insist maintain contend argue allege aver attest
        testify swear avow profess purport""",
    ),
    (
        _SAY | Takes.OBJECT,
        """stress emphasize emphasise underline underscore highlight allege assert reaffirm
        confirm verify certify specify stipulate posit postulate hypothesize theorize speculate
        contradict rebut refute dispute""",
    ),
    # Conceding and revealing.
    (_SAY | Takes.INFINITIVE, "admit acknowledge concede confess grant confide intimate"),
    (_SAY | Takes.OBJECT, "admit acknowledge reveal disclose divulge leak"),
    (_SAY, "disagree concur"),
    (_SAY | Takes.INFINITIVE | Takes.AIM, "agree"),
    (Takes.GOAL, "admit confess plead agree object"),
    (Takes.QUOTE | Takes.GOAL, "point"),
    # Suggesting without saying outright.
    (_SAY | Takes.AIM, "hint"),
    (_SAY | Takes.OBJECT, "suggest imply indicate insinuate signal propose"),
    # Predicting and finding: people, studies, polls.
    (_SAY | Takes.OBJECT, "predict forecast foresee prophesy forewarn"),
    (_SAY | Takes.FINDING, "find"),
    (_SAY, "project estimate calculate ascertain document read"),
    # Binding oneself.
    (_SAY | Takes.INFINITIVE | Takes.OBJECT, "promise pledge vow"),
    (_SAY | Takes.OBJECT, "threaten"),
    (_SAY | Takes.INFINITIVE, "offer guarantee undertake swear volunteer"),
    # Asking and asking for.
    (_SAY | Takes.INFINITIVE | Takes.OBJECT_AND_MORE, "ask beg plead implore beseech query"),
    (_SAY | Takes.OBJECT | Takes.INFINITIVE, "demand request inquire enquire wonder question"),
    (
        _SAY | Takes.OBJECT_AND_MORE,
        "urge exhort recommend advise admonish caution warn instruct order entreat",
    ),
    (_SAY | Takes.TOPIC, "warn caution lament boast brag bemoan grumble rail vent worry"),
    (_SAY, "complain"),
    (Takes.QUOTE | Takes.AIM, "call"),
    (Takes.AIM, "ask plead comment report argue"),
    (
        Takes.QUOTE | Takes.TOPIC,
        "ask argue joke lecture lie muse reminisce speak speculate talk testify tweet write",
    ),
    (Takes.QUOTE | Takes.GOAL, "refer allude"),
    # Denying and rejecting.
    (_SAY | Takes.OBJECT | Takes.INFINITIVE, "deny protest"),
    (
        Takes.OBJECT_AND_MORE,
        """reject dismiss rebuff repudiate disavow renounce decry disown disclaim
        downplay discount""",
    ),
    # Praising, blaming, calling names.
    (
        Takes.QUOTE | Takes.OBJECT_AND_MORE,
        """accuse blame charge fault condemn denounce deplore criticize criticise
        castigate chastise lambast lambaste berate chide rebuke reprimand deride ridicule mock
        slam blast bash assail excoriate pan scold lash upbraid vilify denigrate disparage""",
    ),
    (
        Takes.QUOTE | Takes.OBJECT_AND_MORE,
        """praise hail laud applaud commend extol tout trumpet salute defend congratulate
        thank credit compliment""",
    ),
    (
        Takes.QUOTE | Takes.OBJECT_AND_MORE,
        "call dub label term brand describe characterize characterise deem portray liken",
    ),
    # Naming what one relies on, or what one feels.
    (Takes.OBJECT, "cite quote outline detail"),
    (Takes.QUOTE | Takes.OBJECT, "echo"),
    (Takes.QUOTE, "sing"),
    (_SAY | Takes.OBJECT, "voice express"),
)

_PHRASAL: tuple[tuple[Takes, str], ...] = (
    (_SAY, "point_out make_out go_on carry_on chime_in blurt_out spell_out cry_out"),
    (Takes.QUOTE | Takes.AIM, "lash_out hit_out"),
    (Takes.QUOTE | Takes.TOPIC, "speak_out open_up"),
    (Takes.QUOTE | Takes.OBJECT_AND_MORE, "call_out talk_up"),
    (Takes.QUOTE, "shoot_back fire_back hit_back write_back call_back chip_in speak_up weigh_in"),
)


def _collect(classes: tuple[tuple[Takes, str], ...]) -> dict[str, Takes]:
    found: dict[str, Takes] = {}
    for takes, verbs in classes:
        for word in verbs.split():
            found[word] = found.get(word, Takes.NOTHING) | takes
    return found


REPORTING_VERBS: dict[str, Takes] = _collect(_CLASSES)
"""What each reporting verb (its lemma) takes."""

PHRASAL_VERBS: dict[str, Takes] = _collect(_PHRASAL)
"""The same for verbs that report only with a particle ("point_out"); they come first."""

VIEW_VERBS = words("believe think fear hope suspect")
"""Verbs whose clause is what somebody holds, not what somebody said."""

VIEW_ADJECTIVES = words(
    "adamant afraid certain confident convinced hopeful optimistic sure worried"
)
"""The same with "be": she is convinced that it rained."""

TOPIC_PREPOSITIONS = words("about against of")
"""Prepositions that lead to what was spoken of: warn of, rail against."""

AIM_PREPOSITIONS = words("at for on")
"""Prepositions that lead to what was meant or wanted: hint at, call for, call on."""

HEARER_PREPOSITIONS = words("to by with")
"""Prepositions that lead to who was told: admit to reporters."""

FORWARDING_VERBS = words("go continue begin start proceed come seem appear lead")
"""Verbs whose infinitive is what happened: she went on to say."""

READY_ADJECTIVES = words("careful correct keen quick right swift")
"""Adjectives whose infinitive is what happened: he was quick to say."""

SILENT_PASSIVES = words("ask charge press query question quiz")
"""Verbs whose passive without an agent gives nobody's words: asked whether, charged with."""

CONTINUING_VERBS = words("add continue conclude go")
"""Verbs of saying that go on with the speaker before: he added, she went on."""

ASKING_VERBS = words("ask question quiz query press")
"""Verbs whose passive without an agent is a question of the interviewer's."""

QUOTING_VERBS = words("quote cite report hear record")
"""Verbs that pass on the words of their object: quote somebody as saying."""

ADDRESSING_VERBS = words(
    """
    address approach brief cable call contact e-mail email fax inform lobby mail message notify
    petition phone ping post remind ring send telephone tell text tweet write
    """
)
"""Verbs whose object is who is spoken or written to, not who speaks."""

IRREALIS_MODALS = words("could may might must ought shall should")
"""Auxiliaries that leave open whether anything was said."""

SPEECH_NOUNS = words(
    """
    accusation acknowledgement admission advice allegation announcement argument assertion
    assurance case charge claim comment complaint concession confession confirmation contention
    criticism declaration demand denial disclosure estimate explanation forecast guarantee hint
    insistence message observation pledge point prediction promise proposal reminder remark report
    request revelation rumour rumor signal statement suggestion testimony threat vow warning
    """
)
"""Nouns whose clause is what was said: the claim that it rained."""

RULING_VERBS = words("rule hold decree")
"""Verbs that report only what somebody in office decides: the court held that it rained."""

SHOWING_VERBS = words("imply indicate signal suggest")
"""Verbs for what things show as well as for what people say."""

NAMING_VERBS = words(
    """
    ask call chant charge cite congratulate credit demand find instruct lament leak mention
    narrate order query question recall recite recount refer repeat report request thank urge warn
    """
)
"""Verbs that with a bare noun tell nothing said: demand a lawyer, order a drink."""

STATING_VERBS = words(
    """
    acknowledge admit allege announce concede condemn confirm criticise criticize decry denounce
    deplore disavow dismiss forecast foresee pledge predict promise propose protest
    rebuff refute reject renounce repudiate slam suggest threaten vow
    """
)
"""Verbs that with a bare noun still report a statement: announce a strike, reject the plan."""

ISSUING_VERBS = words(
    "add deliver give issue leave offer post publish read release send tweet write"
)
"""Verbs whose object may be a form of speech with its words behind it: issue a statement."""

LIGHT_VERBS = ISSUING_VERBS | words(
    "drop express have make raise reiterate renew repeat stress utter voice"
)
"""Verbs whose subject is who says what their object names: make a promise, repeat a claim."""

DENIED_NOUNS = SPEECH_NOUNS | words(
    """
    blame charge collusion connection crime existence fraud guilt intent involvement knowledge
    liability link negligence offence offense responsibility rift wrongdoing
    """
)
"""What is denied as a charge; who is denied a visa or entry is refused it."""

PROMISE_NOUNS = words("pledge promise threat vow")
"""Nouns whose infinitive is what was said: her promise to resign."""

SPEECH_EVENTS = words(
    """
    address ad advertisement air appearance article blog broadcast call comment conference
    conversation debate email event exchange facebook filing floor forum hall hearing interview
    letter media medium meeting memo message note op-ed page post program public radio rally
    release remark reply report response session show site speech stage statement stump television
    testimony trail tv tweet twitter video visit website
    """
)
"""Occasions and forms of speaking: "in" before one of them tells where something was said."""

TIME_NOUNS = words(
    """
    afternoon autumn day december decade evening february friday hour january july minute moment
    monday month morning night november october point saturday season september spring sunday
    thursday time today tomorrow tonight tuesday wednesday week weekend winter year yesterday
    """
)
"""Nouns that tell when: they never speak. Months that are names of people too are left out."""

DOCUMENT_NOUNS = words(
    """
    ad advertisement affidavit agency analysis article bill book broadcaster bulletin campaign
    census channel column communique complaint constitution court data deal directive document
    draft editorial email evidence filing figure finding guideline headline image indictment
    inquiry investigation journal judgment lawsuit law leaflet letter magazine memo message
    media network newspaper note notice order outlet paper picture poll post poster press program
    programme publication record release report research result review ruling sign site
    spreadsheet statement station statistic story study suit survey testimony text transcript
    treaty tweet verdict video website
    """
)
"""Sources that are things: without a name, but not people who withhold theirs."""

INSTITUTION_NOUNS = words(
    """
    administration airline alliance army assembly association authority bank board broadcaster
    bureau business cabinet camp chain charity church club coalition commission committee
    community company congress council court delegation department establishment faction family
    federation firm foundation government group hospital industry institute institution
    leadership league lender lobby majority ministry military minority movement nation navy
    office opposition organisation organization panel parliament party police press public
    regulator school senate service shop side state store supplier team trust union university
    watchdog
    """
)
"""Bodies that speak as such: "police said" hides nobody."""

PEOPLE_SUFFIXES = ("er", "or", "ist", "man", "woman", "men", "women", "person", "people", "ian")
"""How most nouns for people end, officials and relatives apart (`PEOPLE_NOUNS`)."""

PEOPLE_NOUNS = words(
    """
    activist adult aide ally analyst attendant attorney boss brother candidate chancellor chief
    child citizen client coach colleague consultant critic daughter delegate democrat deputy
    diplomat envoy expert fan father friend general guard guest head hero husband immigrant
    independent intellectual judge king lieutenant mayor migrant monk mother mum neighbour
    nominee nun nurse official opponent parent patient patron peasant peer pilot poet pope
    premier president priest prince pupil queen rebel refugee representative republican resident
    rival scientist secretary sister son source spokesperson staff student tenant veteran victim
    wife witness youth
    """
)
"""Nouns for people that their ending does not give away."""

REPORTING_HEADS = words("analyst expert official poll police report source study survey")
"""Words before the colon of a headline that say what follows: "Poll: Voters want a bridge"."""

LABELS = words(
    """
    address age answer bombshell breaking clarification contact correction date editor email
    exclusive fact hey job name note number opinion photo place previously price question related
    result source time tip twitter update verdict video warning
    """
)
"""Words before a colon that name what follows: "Correction: An earlier version ..."."""
