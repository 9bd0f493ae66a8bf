"""Sums of money, whole: sign, number, size and currency, found by how they are written.

The model marks where a sum is and loses its sign ("$"), its size ("m") or both, so sums
are read from the text: a sign or a code before a number, a currency's noun or a sign
behind it, a range of two, and the same sum in other currencies in brackets.

Limits: "pounds" without a size are a weight unless the model or a word of paying says
otherwise; a currency whose name is an everyday word ("won", "marks") wants a size or the model.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.documents.pattern import pattern

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_CODES = (
    "(?-i:USD|EUR|GBP|CHF|JPY|CNY|RMB|AUD|CAD|NZD|HKD|SGD|SEK|NOK|DKK|PLN|CZK|HUF|RUB|UAH|INR|PKR|"
    "BRL|ZAR|TRY|MXN|KRW|ILS|SAR|AED|NGN|KES|THB|IDR|MYR|PHP|TWD)"
)
_SIGN = (
    r"(?:(?<![^\W_])(?:US|AU?|CA?|NZ|HK|S|NT|R|Z|TT|J|Bds)?\$|[£€¥₹₽₩₺₪₦₴]|"
    rf"(?<![^\W_])(?:{_CODES}|(?-i:Rs\.?|[Kk]r)|(?-i:R)(?=\s?\d[\d.,]*\s?(?:[mb]illion|bn|m)\b))(?=\s?\d))"
)
_NUMBER = r"\d+(?:,(?:\d{3}|\s000)(?!\d))*(?:\.\d+)?"
_SIZE = (
    r"(?:[\s-]?(?:hundred|thousand|million|billion|trillion|lakh|crore|mln|bln|mn|bn|tn|trn)s?"
    r"|\s?[mbkMBK])(?![^\W_])"
)
_SIGNED = rf"(?:(?<!\S)[-−])?{_SIGN}\s?{_NUMBER}(?:{_SIZE})?"
_NOUNS = (
    r"dollars?|pounds?(?:\ssterling)?|euros?|(?-i:cents?)|pence|pennies|yen|yuan|renminbi|francs?|deutschmarks?|"
    r"roubles?|rubles?|rupees?|pesos?|kron(?:or|er|e|a|ur)|drachmas?|lire?|shekels?|baht|ringgit|"
    r"rupiah|riyals?|dirhams?|dinars?|naira|zloty|zlotys|forints?|koruna|guilders?|hryvnias?|"
    rf"shillings?|quid|bucks|sterling|{_CODES}"
)
_EVERYDAY = r"won|reais|reals?|rand|crowns?|marks?"
"""Nouns of currencies that are other words too."""
_NATION = r"(?:(?-i:[A-Z])[\w.]*\s){0,2}"
"""What tells one country's dollars from another's: "20 million Hong Kong dollars"."""
_COUNTS = (
    r"(?:hundreds?|thousands?|tens|dozens?|millions?|billions?|trillions?|half|several|few|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|one)"
)
_SPOKEN = rf"(?:an?\s)?{_COUNTS}(?:[\s-](?:of\s)?(?:and\s)?(?:an?\s)?{_COUNTS})*(?:\sof)?"
_NAMED = (
    rf"(?<![\w.,])(?:{_NUMBER}(?:{_SIZE})?[-–])?{_NUMBER}(?:{_SIZE})?"
    rf"(?:[\s-]{_NATION}(?:{_NOUNS}|{_EVERYDAY})\b|\s?[€₽¢](?!\s?\d))"
    rf"|(?<![\w-]){_SPOKEN}\s{_NATION}(?:{_NOUNS})\b"
    r"|(?<![\w.,$£€-])(?!(?:144|240|360|480|576|720|1080)p)\d{1,3}(?:\.\d+)?p(?![^\W_])"
)
_SUM = rf"(?:{_SIGNED}(?:[-–](?:{_SIGN}\s?)?{_NUMBER}(?:{_SIZE})?)?|{_NAMED})"
_HEDGE = r"(?:about|around|or|approximately|some|nearly|almost|roughly)\s"
_SAME = rf"\s?\(\s?(?:{_HEDGE})?{_SUM}(?:(?:\s?[:;,/]|\sor)\s(?:{_HEDGE})?{_SUM})*\s?\)"

_MONEY = pattern(rf"{_SUM}(?:{_SAME})?", re.IGNORECASE)
_HINT = pattern(rf"[$£€¥₹₽₩₺₪₦₴¢]|\dp\b|\b(?:{_NOUNS}|{_EVERYDAY}|Rs|kr)\b|\d(?:{_NOUNS})\b", re.I)
_DOUBTFUL = pattern(rf"^[^$£€¥]*\b(?:pounds?|{_EVERYDAY})$", re.IGNORECASE)
_LARGE = pattern(r"illion|bn|\d\s?m\b|thousand", re.IGNORECASE)
_PAYING = words(
    "pay cost spend earn charge owe fine price sell buy donate borrow lend fee rent raise save "
    "worth win award invest fund bill budget salary ticket prize repay"
)


def money_runs(doc: Doc, text: str) -> list[tuple[int, int]]:
    """The tokens of every sum of money, in text order.

    Args:
        doc: The parsed paragraph.
        text: Its text.
    """
    if not _HINT.search(text):
        return []
    found: list[tuple[int, int]] = []
    for match in _MONEY.finditer(text):
        span = doc.char_span(*match.span(), alignment_mode="expand")
        if span is None or (_DOUBTFUL.search(match[0]) and not _is_money(span, match[0])):
            continue
        if not found or found[-1][1] <= span.start:
            found.append((span.start, span.end))
    return found


def _is_money(span: Span, text: str) -> bool:
    """Whether a noun that is another word too is money: by size, model or governing words."""
    if _LARGE.search(text) or any(token.ent_type_ == "MONEY" for token in span):
        return True
    if not text.endswith(("pound", "pounds")):
        return False
    return any(token.lemma_.lower() in _PAYING for token in span[0].ancestors)
