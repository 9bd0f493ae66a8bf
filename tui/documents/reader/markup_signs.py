"""Signs that markup builds and a line of text has letters for: raised digits, formulas."""

from __future__ import annotations

from tui.documents.reader.markup_tree import Element, name_of

_LONGEST = 6
_RAISED = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
_LOWERED = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_DIGITS = frozenset("0123456789+-−()")


def raised_or_lowered(element: Element) -> str:
    """The digits of a `sup` or `sub` as signs of their own: "10⁹" is not "109".

    Empty when it holds anything else.
    """
    words = ""
    for part in element.itertext():
        words += part.strip()
        if len(words) > _LONGEST:
            return ""
    if not words or not _DIGITS.issuperset(words):
        return ""
    return words.translate(_LOWERED if name_of(element) == "sub" else _RAISED)


def formula_of(element: Element) -> str:
    """A formula (MathML) as its author wrote it, in TeX or in words; else its signs."""
    written: str = element.get("alttext", "").strip()
    if written:
        return written
    for part in element.iterdescendants():
        if name_of(part) == "annotation" and part.get("encoding") == "application/x-tex":
            return "".join(part.itertext())
    return " ".join("".join(element.itertext()).split())
