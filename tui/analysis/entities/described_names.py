"""Names that the model missed and that their letters or the noun before them make one.

"A program called PRISM", "the film Tarvo", "BitTarvo", "four Americans".
"""

from __future__ import annotations

import re

from tui.analysis.entities.class_evidence import noun_votes
from tui.analysis.entities.paragraph_names import NameCandidate, Names
from tui.analysis.lexicons.class_nouns import KNOWN_NAMES
from tui.analysis.lexicons.countries import PEOPLES
from tui.analysis.results import EntityType

_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z][a-z]{2,}|[a-z][A-Z][a-z]{2,}|[A-Z][a-z]+[A-Z]{2,}")
"""A capital inside: "BitTarvo", "iTarvo", "TarvoTV"; not "McBerg" and "MPs"."""
_FAMILIES = ("Mc", "Mac", "De", "Di", "La", "Le", "Fitz", "Van", "Du")
_LONGEST = 4


def add_described(names: Names) -> None:
    """Add the names of a paragraph that no candidate holds."""
    for i, word in enumerate(names.words):
        if word.islower() or not word[:1].isalpha() or names.owner(i) is not None:
            continue
        if (word in PEOPLES or word in KNOWN_NAMES) and names.doc[i].pos_ == "PROPN":
            kind = EntityType(KNOWN_NAMES[word]) if word in KNOWN_NAMES else EntityType.GROUP
            if not _is_part(names, i):
                names.add(NameCandidate(names.paragraph, i, i + 1, kind))
        elif _CAMEL.fullmatch(word) and not word.startswith(_FAMILIES) and not _is_part(names, i):
            names.add(NameCandidate(names.paragraph, i, i + 1, EntityType.ORG))
        elif word[:1].isupper() and i:
            _add_called(names, i)


def _is_part(names: Names, i: int) -> bool:
    """Whether a capitalised word or a joint beside makes it a part of something longer."""
    around = [k for k in (i - 1, i + 1) if 0 <= k < len(names.words)]
    return any(
        names.words[k] in ("-", "–", "/", "@", "#")
        or (names.doc[k].pos_ == "PROPN" and names.words[k][:1].isupper())
        for k in around
    )


def _add_called(names: Names, start: int) -> None:
    """Add what a noun before says to be a name."""
    doc = names.doc
    votes = list(noun_votes(doc, start))
    if not votes or doc[start].pos_ != "PROPN":
        return
    end = start
    while (
        end < len(doc)
        and end - start < _LONGEST
        and names.is_free(end, end + 1)
        and names.words[end][:1].isupper()
        and doc[end].pos_ in ("PROPN", "NUM")
    ):
        end += 1
    if end < len(doc) and names.owner(end) is not None and doc[end].pos_ == "PROPN":
        return
    names.add(NameCandidate(names.paragraph, start, end, votes[0][0]))
