"""Texts of odd shapes and any length: what no editor would print and some program did write.

Each is made of our own words, the same for the same length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from tests.bench.texts import english

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SYLLABLES = "bar|vel|tor|ost|kin|dra|mun|hal|ger|lov|sel|pan|rik|tam|wen|zor|fal|bri|cor|den"


def ordinary(words: int) -> str:
    """News-like prose in paragraphs."""
    return english(words)


def _prose(words: int) -> str:
    return " ".join(english(words).split())


def _name(number: int) -> str:
    """A family name for each number, and never the same one for two."""
    parts = _SYLLABLES.split("|")
    name = ""
    while number or not name:
        number, digit = divmod(number, len(parts))
        name += parts[digit]
    return name.capitalize()


def _of(words: int, pieces: Callable[[Random], Iterator[str]], joint: str = " ") -> str:
    """Pieces until there are about as many words."""
    chosen, left = [], words
    for piece in pieces(Random(words)):
        chosen.append(piece)
        left -= piece.count(" ") + 1
        if left <= 0:
            break
    return joint.join(chosen) + "\n"


def _counted(shape: Callable[[int], str]) -> Callable[[Random], Iterator[str]]:
    def pieces(_random: Random) -> Iterator[str]:
        number = 0
        while True:
            yield shape(number)
            number += 1

    return pieces


def one_paragraph(words: int) -> str:
    """Prose without a line break."""
    return _prose(words) + "\n"


def one_sentence(words: int) -> str:
    """Prose without a stop."""
    return _prose(words).replace(".", "").replace("?", "").lower() + "\n"


def initials(words: int) -> str:
    """ "J. K. L. ..." """
    random = Random(words)
    return " ".join(f"{random.choice(_LETTERS)}." for _ in range(words)) + "\n"


def distinct_names(words: int) -> str:
    """Many people, each named once."""
    return _of(words, _counted(lambda n: f"Anna {_name(n)} met Boris {_name(n + 7)} in Oslo."))


def name_list(words: int) -> str:
    """Nothing but names, parted by commas."""
    return _of(words, _counted(lambda n: f"Anna {_name(n)},"))


def same_name(words: int) -> str:
    """One person, named in every sentence."""
    return _of(words, _counted(lambda n: "Anna Dorn said that Dorn was late."))


def opened_quotes(words: int) -> str:
    """Quotation marks that are opened and never closed, in one paragraph."""
    return _prose(words).replace("”", "").replace(" “", " “") + "\n"


def only_marks(words: int) -> str:
    """A quotation mark for every word."""
    return "“ " * words + "\n"


def nested_quotes(words: int) -> str:
    """Quotations inside quotations inside quotations."""
    return _of(
        words,
        _counted(lambda n: f"“She said ‘he told me “we leave at {n}” and went’,” Anna Dorn said."),
    )


def short_paragraphs(words: int) -> str:
    """A paragraph every three words."""
    return _of(words, _counted(lambda n: f"Dorn left {_name(n % 999)}."), "\n\n")


def one_word(words: int) -> str:
    """The same word again and again."""
    return "the " * words + "\n"


def no_blanks(words: int) -> str:
    """As many letters without a blank."""
    return "".join(_name(n) for n in range(words)).lower()[: words * 6] + "\n"


def numbers(words: int) -> str:
    """Nothing but numbers, dates and sums."""
    random = Random(words)

    def amounts(_r: Random) -> Iterator[str]:
        while True:
            yield f"${random.randint(1, 10**6):,}"
            yield f"{random.randint(1, 28)} May {random.randint(1800, 2030)}"
            yield f"{random.randint(1, 10**6)}"

    return _of(words, amounts)


def capitals(words: int) -> str:
    """Headlines in capitals, with a line of prose between some."""
    lines = english(words).replace("\n\n", " ").split(". ")
    return "\n\n".join(line if n % 9 == 0 else line.upper() for n, line in enumerate(lines)) + "\n"


def alternating(words: int) -> str:
    """Two people who answer each other, paragraph by paragraph."""
    return _of(
        words,
        _counted(
            lambda n: (
                f"“We leave at {n % 24} or we do not leave at all,” "
                + ("Anna Dorn said.", "she said.", "Boris Imber said.", "he said.")[n % 4]
            )
        ),
        "\n\n",
    )


def transcript(words: int) -> str:
    """Lines with the name of who speaks."""
    return _of(
        words,
        _counted(lambda n: f"{_name(n % 40).upper()}: We leave at {n}, whatever it costs."),
        "\n",
    )


def list_lines(words: int) -> str:
    """A list of one block."""
    return _of(words, _counted(lambda n: f"- {_name(n % 5000)} sold {n} tons of coal"), "\n")


def titled(words: int) -> str:
    """A "Mr" before every name."""
    return _of(words, _counted(lambda n: f"Mr {_name(n)} left Ms {_name(n + 3)}."))


def pronouns(words: int) -> str:
    """Names first, then nothing but pronouns."""
    names = " ".join(f"Anna {_name(n)} met Boris {_name(n + 50)}." for n in range(50))
    return names + " " + _of(words - 250, _counted(lambda n: "She told him that he saw her."))


def acronyms(words: int) -> str:
    """Bodies with their letters in brackets."""
    return _of(
        words,
        _counted(
            lambda n: (
                f"The {_name(n)} Harbour {_name(n + 5)} Board "
                f"({_name(n)[0]}H{_name(n + 5)[0]}B) met."
            )
        ),
    )


def questions(words: int) -> str:
    """Every sentence leaves something open."""
    return _of(
        words,
        _counted(
            lambda n: f"It is unclear whether {_name(n)} will pay for the bridge in {_name(n + 9)}."
        ),
        "\n\n",
    )


def links(words: int) -> str:
    """Markdown with a link for every three words."""
    return _of(
        words, _counted(lambda n: f"[{_name(n)} left town](http://example.org/{n}) today."), "\n"
    )


def datelines(words: int) -> str:
    """A dateline before every paragraph."""
    return _of(words, _counted(lambda n: f"OSLO (Reuters) - Dorn sold {n} ships."), "\n\n")


SHAPES: dict[str, Callable[[int], str]] = {
    "one paragraph": one_paragraph,
    "one sentence": one_sentence,
    "initials": initials,
    "distinct names": distinct_names,
    "a list of names": name_list,
    "one name": same_name,
    "quotes never closed": opened_quotes,
    "quotation marks": only_marks,
    "nested quotes": nested_quotes,
    "short paragraphs": short_paragraphs,
    "one word": one_word,
    "no blanks": no_blanks,
    "numbers": numbers,
    "capitals": capitals,
    "alternating speakers": alternating,
    "transcript": transcript,
    "list": list_lines,
    "titles": titled,
    "pronouns": pronouns,
    "acronyms": acronyms,
    "questions": questions,
    "links": links,
    "datelines": datelines,
}
"""Every shape by its name: given a number of words, a text."""
