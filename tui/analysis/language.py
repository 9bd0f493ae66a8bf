"""Whether a text is English: a test by the share of function words.

The words of closed classes make up 35-50 % of English running text and of no other
language; tables, lists and headlines have fewer, so that very short texts are given the
benefit of the doubt as long as they are written in Latin letters.

News in brief leaves them out ("Brent crude gained $2.10"). Up to the length of such a piece
verbs in the past are counted too, if the words are set in sentences and no other language
speaks up.
"""

from __future__ import annotations

import re
from itertools import islice

from tui.analysis.lexicons import words

_FUNCTION_WORDS = words(
    """
    the of and to that is was for it with as on be at by this had not are but from or have
    an they which you were her all she there would their we him been has when who will more
    if out so what up said its about into than them can only other some could these two may
    then do first any my now such like our over me even most after also did many before must
    through where your should because each just those how too he his i in a no us
    """
)
# Also frequent in Dutch, German, French, Spanish, Italian, Danish: half a proof at best.
_SHARED = words("in a is was as he me so of do an i on no her all two at")
_PAST_VERBS = words(
    """
    said told rose fell won lost beat hit took made gave came went saw got held led met kept
    left paid sold sent grew began broke chose drew drove flew hung knew lay ran shot shut slid
    sank spoke spent split spread stood struck swept threw wrote bought brought built caught cut
    dealt fought found heard meant sought taught thought
    """
)
"""Irregular verbs in the past; the regular ones end in "ed"."""
_PAST = re.compile(r"[a-z]{3,}ed")
_OTHERS = words(
    # German, Dutch, Swedish, Danish and Norwegian
    "der die das und ist nicht ein eine zu den mit von für auf dem sich des im auch wird sind",
    "het een van dat niet te zijn voor met aan er bij ook naar om dan maar werd deze",
    "och att det som är av för inte med till ett på har den om var ej og af ikke et til ved blev",
    # French, Spanish, Portuguese, Italian, Latin, Polish
    "le la les est une du que qui dans pour pas sur au aux par il elle ce ne plus ont été sont",
    "el los las es un una por con para del se su al lo como más pero y e ha fue o os um uma não",
    "em com da dos na di che è per non della sono si nel gli alla come più anche dei",
    "et ad cum ut sed quod ex ab dolor sit amet sunt enim nec atque esse aut",
    "w z że się nie jest do po przez dla od jako oraz był roku",
)
"""Words of closed classes elsewhere, and the ones every filler text begins with."""

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 3000
"""Words read: a text of two languages is judged by its beginning."""
_SHARE = 0.16
"""English news has 0.28 or more; other languages at most 0.05; lists in English about 0.15."""
_SHORT = 25
"""Under this many words a share says little."""
_BRIEF = 200
"""Up to so many words a piece may do with hardly any function words."""
_BRIEF_SHARE = 0.1
"""Function words and verbs in the past of a brief: it has 0.13 or more."""
_STOP = re.compile(r"[^\W_]{2,}[.!?][\"”’')]*(?:\s|$)")
_CODE = re.compile(r"[{}<>=\\|_;]|\(\)|\t| {3,}")


def is_english(text: str) -> bool:
    """Whether the English analysis makes sense for `text`."""
    found = [match.group().lower() for match in islice(_WORD.finditer(text), _LOOKED_AT)]
    if not found:
        return False
    weight = sum((0.5 if word in _SHARED else 1.0) for word in found if word in _FUNCTION_WORDS)
    if len(found) < _SHORT:
        latin = sum(word.isascii() for word in found)
        if weight >= 1.0 or (len(found) < 8 and latin == len(found)):
            return True
    elif weight / len(found) >= _SHARE:
        return True
    return len(found) <= _BRIEF and _is_brief(text, found, weight)


def _is_brief(text: str, found: list[str], weight: float) -> bool:
    """Whether a short text is English prose with few function words: a match report."""
    weight += sum(word in _PAST_VERBS or bool(_PAST.fullmatch(word)) for word in found)
    others = sum(word in _OTHERS or not word.isascii() for word in found)
    stops = sum(1 for _ in _STOP.finditer(text))
    signs = sum(1 for _ in _CODE.finditer(text))
    return (
        weight / len(found) >= _BRIEF_SHARE
        and weight > 2 * others
        and stops * 40 >= len(found)
        and signs * 12 < len(found)
    )
