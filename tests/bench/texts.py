"""Long texts to measure with: like the news in shape, made of our own words, always the same."""

from __future__ import annotations

from collections.abc import Callable
from random import Random


def _list(words: str) -> list[str]:
    return words.split("|")


_FIRST = _list("Anna|Boris|Clara|David|Elena|Farid|Greta|Hugo|Irene|Jonas|Karim|Lucia|Marta|Nadia")
_LAST = _list("Almquist|Bergström|Castellan|Dorn|Eriksen|Fontaine|Grover|Halloran|Imber|Jansky")
_PLACE = _list("Lisbon|Oslo|Nairobi|Lima|Hanoi|Turin|Quito|Tallinn|Ankara|Dakar")
_BODY = _list(
    "the harbour authority|the city council|the transport ministry|the water board|"
    "a parliamentary committee|the Northern Rail Company|the port workers' union"
)
_THING = _list(
    "the new tunnel|a revised budget|the ferry contract|its flood defences|the night service|"
    "a second reservoir|the old customs house|the ticket reform"
)
_ACT = _list("approved|delayed|questioned|defended|inspected|abandoned|reopened|financed")
_WHEN = _list("on Monday|last week|in March|after long talks|for the second time|yesterday")
_SYLLABLE = _list("ka|lo|mi|ten|ru|sa|vel|do|pri|nu|gar|esh|ti|mor|lan|qui")


def english(words: int) -> str:
    """News-like English prose of about this many words: names, quotes, things left open."""
    return _paragraphs(words, _sentence, Random(words))


def invented(words: int) -> str:
    """Prose of invented words, which no analysis applies to; for comparing sizes alone."""
    return _paragraphs(words, _invented_sentence, Random(words))


def _paragraphs(words: int, sentence: Callable[[Random], str], random: Random) -> str:
    paragraphs: list[str] = []
    left = words
    while left > 0:
        paragraph = " ".join(sentence(random) for _ in range(random.randint(2, 5)))
        paragraphs.append(paragraph)
        left -= paragraph.count(" ") + 1
    return "\n\n".join(paragraphs) + "\n"


def _sentence(random: Random) -> str:
    pick = random.choice
    who = f"{pick(_FIRST)} {pick(_LAST)}"
    body, thing, act, when, place = map(pick, (_BODY, _THING, _ACT, _WHEN, _PLACE))
    shapes = (
        f"{body} {act} {thing} {when}.",
        f"“We {act} {thing}, and we would do it again,” {who} told reporters in {place}.",
        f"{who} said that {body} had {act} {thing} {when}.",
        f"In {place}, {body} {act} {thing} while residents watched from the bridge.",
        f"It is still unclear whether {body} will pay for {thing}.",
        f"“It isn’t finished,” said {who}, who leads the inquiry for {body}.",
        f"The work cost {random.randint(2, 90)} million euros, more than {who} expected.",
    )
    chosen = pick(shapes)
    return chosen[0].upper() + chosen[1:]


def _invented_sentence(random: Random) -> str:
    words = [
        "".join(random.choices(_SYLLABLE, k=random.randint(1, 4)))
        for _ in range(random.randint(6, 24))
    ]
    sentence = " ".join(words).capitalize() + "."
    return f"“{sentence}”" if random.random() < 0.2 else sentence
