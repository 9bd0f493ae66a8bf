"""Tags as they are typed: parted by blanks or commas, and completed from those in use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui.documents.folding import fold
from tui.search.vocabulary import Vocabulary

_TAG = re.compile(r'"([^"]*)"?|[^\s,"]+')
_UNFINISHED = re.compile(r'(?:"[^"]*|[^\s,"]+)$')
_PARTING = re.compile(r"[\s,]")
_PARTING_INSIDE = re.compile(r"[\W_]+")


def parse_tags(typed: str) -> tuple[str, ...]:
    """The tags of a typed line, each once, in its order.

    Blanks and commas part them; `"to do"` in quotation marks is one tag with a blank. A `#`
    before a tag is left out. "WAR" and "war" are one tag, spelled as it comes first.
    """
    words = (match[1] if match[1] is not None else match[0] for match in _TAG.finditer(typed))
    tags = (" ".join(word.lstrip("#").split()) for word in words)
    found: dict[str, str] = {}
    for tag in filter(None, tags):
        found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def tags_line(tags: Iterable[str]) -> str:
    """The tags as a line that `parse_tags` takes apart again, ready to go on typing."""
    return "".join(f"{_quoted(tag)} " for tag in tags)


def completed(typed: str, tag: str) -> str:
    """The line with its unfinished last word replaced by a tag."""
    return _UNFINISHED.sub("", typed) + f"{_quoted(tag)} "


def _quoted(tag: str) -> str:
    return f'"{tag}"' if _PARTING.search(tag) else tag


class TagCompletion:
    """The tags in use, made ready for completing."""

    def __init__(self, tags: Sequence[str]) -> None:
        """Fold the tags.

        Args:
            tags: All of them, the most used first.
        """
        self._tags = tags
        self._by_word: dict[str, list[str]] = {}
        for tag in tags:
            for word in {_word(tag), *map(_word, _PARTING_INSIDE.split(tag))} - {""}:
                self._by_word.setdefault(word, []).append(tag)
        self._vocabulary = Vocabulary(self._by_word)

    def matching(self, typed: str) -> list[str]:
        """The tags that the last word of a line may become, the likeliest first.

        Without an unfinished word all tags, the most used first. Tags that stand in the line
        already are left out.
        """
        unfinished = _UNFINISHED.search(typed)
        word = _word(unfinished[0]) if unfinished else ""
        present = set(parse_tags(typed[: unfinished.start()] if unfinished else typed))
        if not word:
            return [tag for tag in self._tags if tag not in present]
        best: dict[str, int] = {}
        for meant, match in self._vocabulary.expand(word).matches.items():
            for tag in self._by_word[meant]:
                best[tag] = min(match.how, best.get(tag, match.how))
        found = [tag for tag in self._tags if tag in best and tag not in present]
        return sorted(found, key=lambda tag: best[tag])


def _word(tag: str) -> str:
    """A tag as one folded word, whatever parts it inside."""
    return "".join(letter for letter in fold(tag) if letter.isalnum())
