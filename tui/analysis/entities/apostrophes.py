"""Names that end in an apostrophe and "s" of their own: "Tarvo's said it would open a store".

The model takes it for the possessive ending. Where one place of the text shows that nothing
is owned, and no place has the name without it, it belongs to the name everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.entities.paragraph_names import NameCandidate, Names
from tui.analysis.entities.type_evidence import known_type
from tui.analysis.lexicons.countries import PLACE_NAMES
from tui.analysis.lexicons.given_names import GIVEN_NAMES
from tui.analysis.results import EntityType

_ENDINGS = ("'s", "’s")
_TYPES = (EntityType.ORG, EntityType.PERSON, EntityType.PRODUCT, EntityType.PLACE)
_LONGEST = 3


def keep_endings(paragraphs: Sequence[Names]) -> None:
    """Give the names of a text the endings that are their own."""
    bare: set[str] = set()
    whole: set[str] = set()
    places: dict[str, list[tuple[Names, NameCandidate]]] = {}
    for names in paragraphs:
        for name in names:
            if name.type not in _TYPES or name.is_sure or name.end - name.start > _LONGEST:
                continue
            text = name.text
            if names.words[name.end : name.end + 1] not in ((_ENDINGS[0],), (_ENDINGS[1],)):
                bare.add(text)
                continue
            places.setdefault(text, []).append((names, name))
            if _owns_nothing(names, name):
                whole.add(text)
    for text in whole - bare:
        if text.isupper() or known_type(text) or text in PLACE_NAMES or text in GIVEN_NAMES:
            continue
        for names, name in places[text]:
            if names.owner(name.end) is None:
                name.end += 1
                name.type = EntityType.ORG
                names.add(name)


def _owns_nothing(names: Names, name: NameCandidate) -> bool:
    """Whether what follows the ending cannot be owned: a verb, a preposition, a mark."""
    doc, i = names.doc, name.end + 1
    if i >= len(doc) or doc[name.end].tag_ != "POS" or name.role or name.gender:
        return False
    before = names.words[name.start - 1].lower() if name.start else ""
    if before == "of":
        return False  # "a friend of Berg's"
    after = doc[i]
    return (
        after.tag_ in ("VBZ", "VBD", "VBP", "MD", "CC")
        or (after.pos_ == "ADP" and after.is_lower)
        or after.text in (",", ".", ")", "(")
    )
