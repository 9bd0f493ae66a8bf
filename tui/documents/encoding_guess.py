"""Which encoding bytes are in that are no UTF-8: guessed by their share of letters beyond ASCII.

charset-normalizer compares how well the letters fit languages, but on short texts it takes any of a
hundred encodings; it is asked for the usual ones only, and is believed where a text can be judged.
Everything else is Windows-1252, by far the commonest encoding of texts in Latin letters.
"""

from __future__ import annotations

from typing import NamedTuple

from charset_normalizer import CharsetMatches, from_bytes

_NAMES = {
    "cp932": "Shift_JIS", "euc_jp": "EUC-JP", "gb18030": "GB18030", "big5": "Big5",
    "cp949": "EUC-KR", "koi8_r": "KOI8-R", "koi8_u": "KOI8-U", "cp866": "CP866",
    "iso8859_5": "ISO-8859-5", "cp1251": "Windows-1251", "cp1253": "Windows-1253",
    "iso8859_7": "ISO-8859-7", "cp1255": "Windows-1255", "cp1256": "Windows-1256",
    "cp1250": "Windows-1250", "iso8859_2": "ISO-8859-2", "cp1254": "Windows-1254",
}  # fmt: skip
"""The encodings that are guessed, as people write them."""
_SEVERAL_BYTES = ("cp932", "euc_jp", "gb18030", "big5", "cp949")
_LATIN = ("cp1250", "iso8859_2", "cp1254")
_LANGUAGES = {
    "cp1254": ("Turkish",),
    "cp1250": ("Polish", "Czech", "Slovak", "Hungarian", "Slovene", "Croatian", "Romanian"),
}
_OTHERS = [name for name in _NAMES if name not in _LATIN]
_BEYOND_ASCII = bytes(range(0x80, 0x100))
_C1 = bytes(range(0x80, 0xA0))
_HEBREW = bytes(range(0xE0, 0xFB))
_NOT_HEBREW = bytes((*range(0xC0, 0xE0), *range(0xFB, 0x100)))

_SAMPLE = 4 * 1024
"""Bytes that are looked at; more change no guess and take time before the text is seen."""
_FEWEST = 16
"""Fewer bytes beyond ASCII show nothing."""
_FEWEST_LATIN = 20
_DENSE = 4
"""One byte in so many beyond ASCII: more than any language in Latin letters has."""
_LEAST_COHERENCE = 0.3
"""How well letters must fit a language where an encoding takes nearly every byte."""


class Guess(NamedTuple):
    """An encoding that bytes are in, as far as they show."""

    codec: str
    """The name that Python has for it."""
    name: str
    """The name that people have for it."""


USUAL = Guess("cp1252", "Windows-1252")
"""What is taken where the bytes show nothing else."""


def guessed(data: bytes) -> Guess:
    """The encoding of bytes that are no valid UTF-8."""
    sample = _sample(data)
    beyond = _count(sample, _BEYOND_ASCII)
    if beyond < _FEWEST:
        return USUAL
    is_dense = beyond * _DENSE > len(b"".join(sample.split()))
    codec = _of_other_letters(sample) if is_dense else _of_latin_letters(sample, beyond)
    return Guess(codec, _NAMES[codec]) if codec else USUAL


def _sample(data: bytes) -> bytes:
    """The lines that are not in ASCII, up to `_SAMPLE` bytes, cut between two characters."""
    lines: list[bytes] = []
    room = _SAMPLE
    for line in data.splitlines():
        if line.isascii():
            continue
        if len(line) > room:
            # A byte below "0" is no second byte in any of the encodings.
            cut = max(map(line[:room].rfind, (b" ", b",", b".", b"\t")))
            lines.append(line[: cut if cut > 0 else room])
            break
        lines.append(line)
        room -= len(line)
    return b"\n".join(lines)


def _of_other_letters(sample: bytes) -> str | None:
    """The encoding of a text in letters that are not Latin; `None` when none is likely."""
    is_hebrew = _count(sample, _HEBREW) * 10 > 9 * _count(sample, _BEYOND_ASCII)
    if is_hebrew and not _count(sample, _NOT_HEBREW):
        # The same bytes are Cyrillic letters, but all of one case and never the commonest.
        return "cp1255"
    for match in _matches(sample, _OTHERS):
        if match.encoding in _SEVERAL_BYTES or match.coherence >= _LEAST_COHERENCE:
            return match.encoding
    return None


def _of_latin_letters(sample: bytes, beyond: int) -> str | None:
    """The encoding of a text in Central European or Turkish letters; `None` for Western ones."""
    matches = _matches(sample, ["cp1252", *_LATIN])
    best = matches.best()
    if best is None or beyond < _FEWEST_LATIN:
        return None
    family = "cp1250" if best.encoding == "iso8859_2" else best.encoding
    languages = _LANGUAGES.get(family, ())
    usual = next((each for each in matches if each.encoding == "cp1252"), best)
    if best.language not in languages or usual.language not in languages:
        return None
    # What ISO 8859-2 has no letters for are letters and quotation marks of Windows-1250.
    return "iso8859_2" if family == "cp1250" and not _count(sample, _C1) else family


def _matches(sample: bytes, codecs: list[str]) -> CharsetMatches:
    return from_bytes(
        sample, cp_isolation=codecs, preemptive_behaviour=False, enable_fallback=False
    )


def _count(data: bytes, wanted: bytes) -> int:
    """How many of the bytes are of some wanted ones."""
    return len(data) - len(data.translate(None, wanted))
