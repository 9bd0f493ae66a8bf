"""Words as they are compared between two texts: without endings, and without those that say little.

The endings are taken off longest first (J. B. Lovins 1968, "Development of a stemming
algorithm"), few enough that what is left is still one word. Limits: English only; what changes
inside a word is known of the verbs of `_IRREGULAR` alone.
"""

from __future__ import annotations

from functools import lru_cache

from tui.documents.lexicon import words

_TABLE = """
ifications ification ations ation ators ator ating ated ates ate ements ement ments ment ifying
ified ifies ities ings ing ions ion ity ify ances ance ences ence ised ized ises izes ise ize ers
ors ies ied als est er or ed es al ly ive s y e
"""
_ENDINGS = tuple(_TABLE.split())
"""Longer before shorter where one ends in the other."""
_LEAST = 4
"""Letters that are left of a word: fewer are those of any other, too."""
_OF_THREE = ("s", "ed", "ing", "es")
"""Endings that may leave three ("jobs", "died")."""

_IRREGULAR = {
    form: verb
    for verb, forms in {
        "begin": "began begun", "break": "broke broken", "bring": "brought", "build": "built",
        "buy": "bought", "catch": "caught",
        "choose": "chose chosen choice", "drive": "drove driven",
        "fall": "fell fallen", "fight": "fought", "find": "found", "fly": "flew flown",
        "freeze": "froze frozen", "grow": "grew grown growth", "hide": "hid hidden", "hold": "held",
        "know": "knew known", "lead": "led", "lend": "lent loan", "lose": "lost loss losses",
        "mean": "meant", "meet": "met", "pay": "paid payment", "raise": "rose risen rise",
        "sell": "sold sale sales", "shoot": "shot", "speak": "spoke spoken", "spend": "spent",
        "stand": "stood", "steal": "stole stolen", "strike": "struck", "teach": "taught",
        "throw": "threw thrown", "win": "won", "write": "wrote written",
        "die": "died dead death deaths",
        "decide": "decision decisions", "resign": "resignation",
    }.items()
    for form in forms.split()
}  # fmt: skip

COMMON = words(
    "a about above after again against all almost along already also although always am among an "
    "and another any anyone anything are as at away back be because been before behind being "
    "below between both but by can cannot could did do does doing done down during each either "
    "else enough even ever every few first for from further get gets getting got had has have "
    "having he her here hers herself him himself his how however i if in instead into is it its "
    "itself just last least less let like likely made make makes making many may me might mine "
    "more most much must my near need needs neither never next no none nor not nothing now of off "
    "often on once one only onto or other others our out over own per perhaps quite rather same "
    "shall she should since so some somebody someone something soon still such than that the "
    "their them themselves then there these they thing things this those though through to "
    "together too took toward towards two three under until up upon us use used very was way ways "
    "we well went were what whatever when where whether which while who whom whose why will with "
    "within without would yes yet you your day days week weeks month months year years time times "
    "today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday mr mrs ms "
    "sir dr new old good big said say says saying told tell tells asked ask asks asking added "
    "according comment comments commented declined decline refused refuse spokesman spokeswoman "
    "spokesperson statement reporters people person man woman men women know known knows clear "
    "unclear immediately think thinks thought believe believes believed question questions answer "
    "answers decide decided decision remain remains remained unknown uncertain possible possibly "
    "expected expect expects hope hopes hoped want wants wanted going go goes come comes came "
    "take takes taken give gives given see seen put set keep part number long far full end ended "
    "begin began lot bit able kind case cases fact issue issues point points matter place work "
    "country government world including response respond responded request reached specify "
    "specified details plans plan planned rule ruled reveal revealed disclose disclosed discuss "
    "discussed confirm confirmed denied deny wait waiting mean means meant look looks looking "
    "ready early late later ago around despite due million millions billion billions percent "
    "hundred thousand whole half left right high low great small large little several various "
    "certain prime minister ministers president chancellor chief leader "
)
"""Words that two texts share whatever they are about; folded."""


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A folded word without its ending; a number as it is."""
    if word in _IRREGULAR:
        word = _IRREGULAR[word]
    if not word.isalpha():
        return word
    for ending in _ENDINGS:
        left = len(word) - len(ending)
        if word.endswith(ending) and left >= (3 if ending in _OF_THREE else _LEAST):
            if ending == "s" and word.endswith("ss"):
                break
            word = word[:left]
            break
    if len(word) > _LEAST and word.endswith("e"):
        word = word[:-1]
    if len(word) >= _LEAST and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word
