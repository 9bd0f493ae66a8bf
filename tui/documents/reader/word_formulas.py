"""The formulas of Word documents (OMML) as a line of signs, for a converter that drops them.

Elements are those of ECMA-376, part 1, section 22.1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from tui.documents.reader.markup_tree import Element
from tui.documents.reader.strict_xml import attribute, local_name, parsed_xml

_RAISED = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
_LOWERED = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_DIGITS = frozenset("0123456789+-−()")


def with_formulas(part: bytes) -> bytes:
    """A part of a document with its formulas as words; as it was when it holds none."""
    if b"oMath" not in part:
        return part
    root = parsed_xml(part)
    if root is None:
        return part
    space = root.tag.rpartition("}")[0] + "}"
    for formula in [node for node in root.iter() if local_name(node) == "oMath"]:
        run = etree.Element(f"{space}r")
        words = etree.SubElement(run, f"{space}t")
        words.text = linear(formula)
        run.tail = formula.tail
        parent = formula.getparent()
        if parent is None:
            continue
        parent.replace(formula, run)
        if local_name(parent) == "oMathPara":
            # A formula that stands alone is passed over with all that is in it.
            parent.tag = f"{space}smartTag"
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def linear(node: Element) -> str:
    """An element of a formula as signs in a line: "a² + b²", "(x + 1)/2", "√(n)"."""
    name = local_name(node)
    if name == "t":
        return node.text or ""
    return _FORMS.get(name, _in_a_row)(node)


def _in_a_row(node: Element) -> str:
    return "".join(map(linear, node))


def _part(node: Element, name: str) -> str:
    return "".join(linear(child) for child in node if local_name(child) == name).strip()


def _grouped(words: str) -> str:
    """In brackets, unless it is one sign, one number or in brackets."""
    is_one = len(words) < 2 or words.isdigit() or words.isalpha() or _is_bracketed(words)
    return words if is_one else f"({words})"


def _is_bracketed(words: str) -> bool:
    return words[0] == "(" and words.find(")") == len(words) - 1


def _fraction(node: Element) -> str:
    return f"{_grouped(_part(node, 'num'))}/{_grouped(_part(node, 'den'))}"


def _scripts(node: Element) -> str:
    return _grouped(_part(node, "e")) + _script(node, "sub") + _script(node, "sup")


def _script(node: Element, which: str) -> str:
    words = _part(node, which)
    if not words:
        return ""
    if _DIGITS.issuperset(words):
        return words.translate(_LOWERED if which == "sub" else _RAISED)
    return ("_" if which == "sub" else "^") + _grouped(words)


def _limit(node: Element) -> str:
    return f"{_part(node, 'e')}_{_grouped(_part(node, 'lim'))}"


def _root(node: Element) -> str:
    return f"{_part(node, 'deg').translate(_RAISED)}√({_part(node, 'e')})"


def _large_operator(node: Element) -> str:
    sign = _property(node, "chr", "∫")
    return f"{sign}{_script(node, 'sub')}{_script(node, 'sup')} {_part(node, 'e')}"


def _delimited(node: Element) -> str:
    inside = _property(node, "sepChr", "|").join(_each(node, "e"))
    return f"{_property(node, 'begChr', '(')}{inside}{_property(node, 'endChr', ')')}"


def _function(node: Element) -> str:
    argument = _part(node, "e")
    gap = "" if argument.startswith("(") else " "
    return f"{_part(node, 'fName')}{gap}{argument}"


def _matrix(node: Element) -> str:
    rows = (", ".join(_each(row, "e")) for row in node if local_name(row) == "mr")
    return f"[{'; '.join(rows)}]"


def _each(node: Element, name: str) -> Iterator[str]:
    return (linear(child) for child in node if local_name(child) == name)


def _property(node: Element, name: str, usual: str) -> str:
    """A sign that a formula names among its properties; one that is named empty is none."""
    for child in node:
        if local_name(child).endswith("Pr"):
            for each in child:
                if local_name(each) == name:
                    return attribute(each, "val")
    return usual


_FORMS: dict[str, Callable[[Element], str]] = {
    "f": _fraction,
    "sSub": _scripts,
    "sSup": _scripts,
    "sSubSup": _scripts,
    "limLow": _limit,
    "rad": _root,
    "nary": _large_operator,
    "d": _delimited,
    "func": _function,
    "m": _matrix,
}
