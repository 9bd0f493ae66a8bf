"""What notes of Obsidian write beside CommonMark: links, marks, comments, callouts.

Inline rules of the parser where the syntax is inline; a pass over the lines where it is of blocks
(callouts, comments over several lines, names of blocks), which leaves fenced code alone. Source:
Obsidian Help, "Obsidian Flavored Markdown" and "Callouts".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.documents.pattern import pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_FENCE = pattern(r"\s*(?:>\s*)*(`{3,}|~{3,})")
_CALLOUT = pattern(r"((?:\s{0,3}>\s?)+)\[!([\w-]+)\][+-]?[ \t]*(.*)")
_BLOCK_NAME = pattern(r"(?:(?<=\s)|^)\^[A-Za-z0-9-]+\s*$")
_COMMENT = "%%"
_LONGEST = 1000
"""Code points of a link, a mark or a comment inside a line."""


def use(parser: MarkdownIt) -> None:
    """Have a parser read links in double brackets, marks and comments."""
    parser.inline.ruler.before("link", "vault_link", _link)
    parser.inline.ruler.before("emphasis", "vault_mark", _mark)
    parser.inline.ruler.before("emphasis", "vault_comment", _comment)


def without_block_signs(source: str) -> str:
    """The source with callouts as quotations, and without comments and names of blocks.

    Args:
        source: A sanitised Markdown text.
    """
    if not any(sign in source for sign in ("[!", _COMMENT, "^")):
        return source
    return "\n".join(_lines(source.split("\n")))


def _lines(lines: list[str]) -> Iterator[str]:
    fence = ""
    is_comment = False
    for number, line in enumerate(lines):
        match = _FENCE.match(line)
        if match and not is_comment and (not fence or match[1].startswith(fence)):
            fence = "" if fence else match[1]
        elif not fence:
            opens = line.strip().startswith(_COMMENT) and line.count(_COMMENT) == 1
            # A comment that never ends would take the rest of the text with it.
            if is_comment or (opens and any(_COMMENT in later for later in lines[number + 1 :])):
                is_comment = is_comment is not (_COMMENT in line)
                continue
            line = _BLOCK_NAME.sub("", line) if "^" in line else line
            callout = _CALLOUT.fullmatch(line) if "[!" in line else None
            if callout:
                title = callout[3].strip() or callout[2].capitalize()
                yield f"{callout[1]}**{title}**"
                line = callout[1].rstrip()
        yield line


def _link(state: StateInline, silent: bool) -> bool:
    """`[[Goal|words]]`, and `![[Goal]]` for what is shown in its place."""
    at = state.pos
    is_shown = state.src.startswith("![[", at)
    start = at + 3 if is_shown else at + 2
    if not is_shown and not state.src.startswith("[[", at):
        return False
    end = state.src.find("]]", start, min(state.posMax, start + _LONGEST))
    inner = state.src[start:end] if end > 0 else ""
    if not inner.strip() or "[" in inner or "\n" in inner:
        return False
    if not silent:
        goal, _, words = inner.partition("|")
        shown = (words or goal).strip()
        opening = state.push("link_open", "a", 1)
        opening.attrs = {"href": goal.strip()}
        text = state.push("text", "", 0)
        text.content = f"[image: {goal.strip()}]" if is_shown else shown.lstrip("#")
        state.push("link_close", "a", -1)
    state.pos = end + 2
    return True


def _mark(state: StateInline, silent: bool) -> bool:
    """`==words==`, which are strong."""
    at = state.pos
    if not state.src.startswith("==", at):
        return False
    end = state.src.find("==", at + 2, min(state.posMax, at + _LONGEST))
    inner = state.src[at + 2 : end] if end > 0 else ""
    if not inner or inner != inner.strip() or inner.startswith("=") or "\n\n" in inner:
        return False
    if not silent:
        most, state.pos, state.posMax = state.posMax, at + 2, end
        state.push("strong_open", "strong", 1)
        state.md.inline.tokenize(state)
        state.push("strong_close", "strong", -1)
        state.posMax = most
    state.pos = end + 2
    return True


def _comment(state: StateInline, silent: bool) -> bool:
    """`%%words%%`, which nobody is to read."""
    at = state.pos
    if not state.src.startswith(_COMMENT, at):
        return False
    end = state.src.find(_COMMENT, at + 2, min(state.posMax, at + _LONGEST))
    if end < 0:
        return False
    state.pos = end + 2
    return True
