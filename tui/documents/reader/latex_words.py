"""The words of LaTeX as HTML: its signs are letters, its formulas stay as they were written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from html import escape

from tui.documents.pattern import pattern

_MATH = pattern(r"(?<!\\)\$([^$]{1,2000})(?<!\\)\$|\\\((.{1,2000}?)\\\)")
_ACCENT = pattern(r"\\([`'^\"~=.uvHcdbkr])(?:\{\\?([A-Za-z])\}|\s*\\?([A-Za-z]))")
_SPACED = pattern(r"\\xspace(?:\s*(?=\w)|(?:\{\})?)")
_SETTING = pattern(r"\\[a-z]+\s?=\s?-?[\d.]+(?:pt|em|ex|mm|cm|in)?")
_WITH_TWO = pattern(r"\\(href|textcolor|colorbox)\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_WITH_ONE = pattern(r"\\([a-zA-Z]+)\*?\s*(?:\[[^\[\]{}]*\]\s*){0,2}\{([^{}]*)\}")
_ALONE = pattern(r"\\([a-zA-Z]+)\*?(?:[ \t]+|\{\})?")
_SIGN = pattern(r"\\([^a-zA-Z\s])|\\(?=\s)")
_PLACE = pattern("\ue000(\\d+)\ue001")
_DEEPEST = 12
"""Commands in one another that are read."""

_COMBINING = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323",
    "b": "\u0331", "k": "\u0328", "r": "\u030a",
}  # fmt: skip
_ELEMENTS = {
    **dict.fromkeys(("emph", "textit", "textsl", "it"), "i"),
    **dict.fromkeys(("textbf", "bf", "strong"), "b"),
    **dict.fromkeys(("texttt", "verb", "code", "lstinline", "mintinline"), "code"),
    **dict.fromkeys(("sout", "st"), "s"),
    "textsuperscript": "sup",
    "textsubscript": "sub",
}
_DROPPED = frozenset(
    {
        "label", "index", "vspace", "hspace", "includegraphics", "bibliography",
        "bibliographystyle", "input", "include", "usepackage", "pagestyle", "thispagestyle",
        "setlength", "addtolength", "setcounter", "addtocounter", "newcommand", "renewcommand",
        "definecolor", "color", "hypersetup", "graphicspath", "phantom", "fontsize", "selectfont",
        "thanks", "markboth", "title", "author", "date", "email", "affiliation", "institute",
        "orcid", "correspondingauthor", "addcontentsline", "nocite", "cline", "cmidrule",
    }
)  # fmt: skip
"""Commands whose arguments are no words of the text."""
_REFERENCES = ("ref", "eqref", "pageref", "autoref", "cref", "Cref", "nameref", "vref")
_SIGNS = {
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—",
    "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å",
    "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "S": "§", "P": "¶", "copyright": "©",
    "pounds": "£", "euro": "€", "texteuro": "€", "textbackslash": "\\", "LaTeX": "LaTeX",
    "TeX": "TeX", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
    "textquotedblright": "”", "quad": " ", "qquad": " ", "space": " ", "newline": " ",
    "textbar": "|", "textasciitilde": "~", "textdegree": "°", "times": "×", "textless": "&lt;",
    "textgreater": "&gt;", "guillemotleft": "«", "guillemotright": "»", "og": "« ", "fg": " »",
}  # fmt: skip
"""Commands that stand for letters."""
_TYPED = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘"), ("'", "’"), ("~", " "))


def latex_line(words: str) -> str:
    """Words of LaTeX as HTML; what is not known leaves the words it holds."""
    kept: list[str] = []

    def keep(html: str) -> str:
        kept.append(html)
        return f"\ue000{len(kept) - 1}\ue001"

    def linked(found: re.Match[str]) -> str:
        if found[1] == "href":
            return keep(f'<a href="{escape(found[2])}">') + found[3] + keep("</a>")
        return found[3]

    def one(found: re.Match[str]) -> str:
        return _with_one(found[1], found[2], keep)

    words = re.sub("[\ue000\ue001]", "", words)
    words = _MATH.sub(lambda found: keep(escape((found[1] or found[2]).strip())), words)
    words = _SPACED.sub(_space, _SETTING.sub(" ", words))
    words = _ACCENT.sub(_accented, words)
    for _ in range(_DEEPEST):
        changed = _WITH_ONE.sub(one, _WITH_TWO.sub(linked, words))
        changed = re.sub(r"(?<![A-Za-z\]}*\\])\{([^{}\\]*)(?<!\\)\}", r"\1", changed)
        if changed == words:
            break
        words = changed
    words = _SIGN.sub(lambda found: keep(_escaped_sign(found[1] or " ")), words)
    words = _ALONE.sub(lambda found: keep(_SIGNS.get(found[1], "")), words)
    words = escape(re.sub(r"[{}$]", "", words), quote=False)
    for typed, sign in _TYPED:
        words = words.replace(typed, sign)
    for _ in range(_DEEPEST):
        words = _PLACE.sub(lambda found: kept[int(found[1])], words)
    return words


def _with_one(name: str, inside: str, keep: Callable[[str], str]) -> str:
    """A command with its argument."""
    if name in _ELEMENTS:
        element = _ELEMENTS[name]
        return keep(f"<{element}>") + inside + keep(f"</{element}>")
    if name in _DROPPED:
        return ""
    if name == "url":
        return keep(f'<a href="{escape(inside)}">{escape(inside)}</a>')
    if "cite" in name.lower() or name in _REFERENCES or name in ("footnote", "footnotetext"):
        return f" [{inside}]" if name.startswith("footnote") else f"[{inside}]"
    return inside


def _space(found: re.Match[str]) -> str:
    """A blank where a word follows."""
    return " " if found.end() < len(found.string) and found.string[found.end()].isalnum() else ""


def _accented(found: re.Match[str]) -> str:
    letter = found[2] or found[3]
    # A letter is an accent only before an argument: \\c{c} is one, \\caption is not.
    if found[1].isalpha() and not found[2]:
        return found[0]
    return unicodedata.normalize("NFC", letter + _COMBINING[found[1]])


def _escaped_sign(sign: str) -> str:
    """What a backslash before a sign means: the sign itself, or a blank."""
    return " " if sign in " ,;:!/\\@" else escape(sign) if sign in "$%&_#{}<>" else ""
