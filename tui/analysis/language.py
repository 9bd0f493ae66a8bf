"""Whether a text is English: a test by the share of function words.

The words of closed classes make up 35-50 % of English running text and of no other
language; tables, lists and headlines have fewer, so that very short texts are given the
benefit of the doubt as long as they are written in Latin letters.
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

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 3000
"""Words read: a text of two languages is judged by its beginning."""
_SHARE = 0.16
"""English news has 0.28 or more; other languages at most 0.05; lists in English about 0.15."""
_SHORT = 25
"""Under this many words a share says little."""


def is_english(text: str) -> bool:
    """Whether the English analysis makes sense for `text`."""
    found = [match.group().lower() for match in islice(_WORD.finditer(text), _LOOKED_AT)]
    if not found:
        return False
    weight = sum((0.5 if word in _SHARED else 1.0) for word in found if word in _FUNCTION_WORDS)
    if len(found) < _SHORT:
        latin = sum(word.isascii() for word in found)
        return weight >= 1.0 or (len(found) < 8 and latin == len(found))
    return weight / len(found) >= _SHARE
