"""Candidates that are no names: words with a capital for another reason.

A sentence begins, also behind an opening mark; a word is stressed in capitals; a chapter
has its number; a demonym stands for somebody of a people.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from tui.analysis.entities.keys import Key, key_of
from tui.analysis.entities.paragraph_names import NameCandidate, Names
from tui.analysis.entities.titles import honorific
from tui.analysis.entities.type_evidence import known_type
from tui.analysis.lexicons import words
from tui.analysis.lexicons.city_names import CITIES, REGIONS
from tui.analysis.lexicons.countries import PLACE_NAMES
from tui.analysis.lexicons.given_names import GIVEN_NAMES
from tui.analysis.lexicons.title_words import POSTNOMINALS
from tui.analysis.results import AMOUNTS, EntityType

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENING = frozenset("\"“‘'«‹„:—–-…•*(")
"""What a sentence, or what reads like one, may begin behind."""
_ORDINARY = frozenset({"NOUN", "VERB", "AUX", "ADV", "ADJ", "ADP", "DET", "PRON", "SCONJ", "INTJ"})
"""What the model calls a word that is no proper noun."""
_PREFIXED = re.compile(r"(?:anti|pro|post|pre|non|ex|un|mid|neo)-", re.IGNORECASE)
_BELIEF = re.compile(r"[A-Z]\w{3,}(?:isms?|phobia|phobic|centric)|I[’'](?:m|ll|ve|d)")
"""A teaching, which is nobody and nowhere, and a pronoun with its verb."""
_CENTURY = re.compile(r"\d+(?:st|nd|rd|th)[ -]century", re.IGNORECASE)
_ERAS = frozenset({"BC", "B.C.", "AD", "A.D.", "BCE", "CE"})
"""What stands behind the number of a year."""
_CHAPTER = re.compile(
    r"(?:chapter|part|book|volume|act|scene|section|appendix|figure|table|page|letter|id|ibid|tr)"
    r"\.?(?:\s+(?:[ivxlc]+|\d+|the\s+\w+))?\.?",
    re.IGNORECASE,
)
"""Heads and references of a text: "CHAPTER IV.", "Id."."""
_DEMONYMS = words(
    """
    Briton Englishman Englishwoman Frenchman Frenchwoman Dutchman Dutchwoman Irishman Irishwoman
    Scotsman Scotswoman Welshman Welshwoman Spaniard Dane Pole Turk Finn Croat Filipino
    Filipina Argentine Londoner Parisian Berliner Cornishman Yorkshireman Ulsterman Scot Serb
    Czech Slovak Slovene Belgian Norwegian Northerner Southerner Westerner Easterner
    """
)
"""Somebody of a people or a place."""
_ABBREVIATIONS = words(
    """
    PhD Ph.D MBA BA MA BS MSc BSc MD MDs CEO CEOs CFO COO CTO MP MPs MEP MEPs MSP PM VP IPO IPOs
    GDP ATM ATMs DVD DVDs CD CDs TV TVs PC PCs LCD USB SMS MMS HIV AIDS DNA RNA ID IDs PIN VIP
    UFO SUV SUVs FAQ PDF HTML URL CV PR AGM VAT OK 3D 2D VAR SME SMEs IgG MMR AC LED GPS DIY
    PAC PACs Q&A R&D A&E ADSL ISP ISPs P2P MP3 3G 4G 5G IT HR IQ EQ XL
    """
)
"""What is written in capitals and names nothing by itself."""
_PAPERS = words("bill grant art mark will rich frank")
"""Given names that are ordinary words too: "the Bill passes"."""
_HOLDERS = words(
    """
    family administration campaign government camp presidency era years brothers sisters couple
    dynasty trust foundation estate household clan team doctrine legacy name speech presidents
    """
)
"""What stands behind "the" and the last name of a person."""


def drop_no_names(paragraphs: Sequence[Names]) -> None:
    """Take out of a text what has a capital and is no name."""
    lower = {
        word for names in paragraphs for word in names.words if word.islower() and word.isalpha()
    }
    counts = Counter(
        key_of(name.text) for names in paragraphs for name in names if name.type not in AMOUNTS
    )
    persons = {
        key_of(name.text)[-1:]
        for names in paragraphs
        for name in names
        if name.type is EntityType.PERSON and (name.end - name.start > 1 or name.is_sure)
    }
    for names in paragraphs:
        for name in list(names):
            if name.type in AMOUNTS or name.is_sure or name.is_reference:
                continue
            if _is_none(names, name) or (
                name.end == name.start + 1 and _is_word(names, name, lower, counts, persons)
            ):
                names.remove(name)


def _is_none(names: Names, name: NameCandidate) -> bool:
    """Whether a candidate is of a kind that is never a name."""
    text = name.text
    if _CENTURY.fullmatch(text):
        return True
    if _PREFIXED.match(text) and name.end - name.start <= 1 + 2 * text.count("-"):
        return True
    if name.start and names.words[name.start - 1] in ("#", "@"):
        return not names.doc[name.start - 1].whitespace_
    is_title = honorific(text.split()[-1]) is not None
    if text[0] in "-–" or (is_title and (" " not in text or _is_person_at(names, name.end))):
        return True
    if name.end == name.start + 1 and _BELIEF.fullmatch(text):
        return True
    if _is_inhabitant(names, name):
        return True
    if text in _DEMONYMS and name.type is not EntityType.GROUP:
        return name.end == len(names.doc) or not _is_name_at(names, name.end)
    if text in _ERAS:
        return bool(name.start) and names.doc[name.start - 1].like_num
    if text in POSTNOMINALS or text.split()[-1] in ("Newsroom", "newsroom"):
        return True
    if text in ("Super", "Super PAC", "Super PACs"):
        return True
    is_head = name.start == 0 and _CHAPTER.fullmatch(text) is not None
    return is_head or text.rstrip(".") in _ABBREVIATIONS or text in ("Id", "Id.", "Ibid", "Ibid.")


def _is_inhabitant(names: Names, name: NameCandidate) -> bool:
    """Whether a name is somebody from a city or state: "New Yorker", and not a magazine's."""
    before = names.words[name.start - 1] if name.start else ""
    place = name.text.removesuffix("s").removesuffix("er")
    return (
        name.text != place
        and name.text.rstrip("s").endswith("er")
        and before != "The"
        and name.type is not EntityType.GROUP
        and (place in REGIONS or place in CITIES)
    )


def _is_person_at(names: Names, i: int) -> bool:
    """Whether a person's name begins there: "Tory Lord" before "Berg"."""
    owner = names.owner(i) if i < len(names.words) else None
    return owner is not None and owner.type is EntityType.PERSON


def _is_name_at(names: Names, i: int) -> bool:
    return names.doc[i].pos_ == "PROPN" and names.words[i].istitle()


def _is_word(
    names: Names, name: NameCandidate, lower: Set[str], counts: Counter[Key], persons: Set[Key]
) -> bool:
    """Whether a word has its capital only from its place in the text."""
    token = names.doc[name.start]
    if name.text in GIVEN_NAMES and token.lower_ in _PAPERS and _has_article(names, name, persons):
        return True
    if _is_known(name) or name.type is EntityType.GROUP:
        return False
    if token.is_upper and len(token) > 1 and token.is_alpha:
        return token.lower_ in lower or (token.pos_ in ("VERB", "ADV", "AUX") and len(token) > 4)
    if token.text.istitle() and _begins(names, token):
        is_once = counts[key_of(name.text)] == 1
        return token.lower_ in lower or (is_once and token.pos_ in _ORDINARY)
    return name.type is EntityType.PERSON and _has_article(names, name, persons)


def _is_known(name: NameCandidate) -> bool:
    text = name.text
    return text in PLACE_NAMES or text in GIVEN_NAMES or known_type(text) is not None


def _begins(names: Names, token: Token) -> bool:
    """Whether a sentence begins with a token, or what is quoted or set off."""
    if token.is_sent_start:
        return True
    before = names.words[token.i - 1]
    if before not in _OPENING:
        return False
    # "the “Tarvo” case" and "Berg-Hansen" only look like it.
    goes_on = token.i + 1 < len(names.words) and names.words[token.i + 1] in "\"”’'»-–"
    return not goes_on and bool(names.doc[token.i - 1].whitespace_ or before not in "-–—")


def _has_article(names: Names, name: NameCandidate, persons: Set[Key]) -> bool:
    """Whether "the" stands before the one word of a supposed person, and no family behind."""
    before = names.words[name.start - 1].lower() if name.start else ""
    after = names.words[name.end] if name.end < len(names.words) else ""
    if before != "the" or honorific(name.text) or after in _HOLDERS:
        return False
    return key_of(name.text) not in persons
