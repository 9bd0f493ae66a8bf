"""Pages that a host sends in the place of an article: what they want is said, none of them is read.

An article that was read before must not turn into the question of its site whether cookies are
welcome. So few words as such pages have are looked at for what they ask; what is longer is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from tui.documents.pattern import pattern
from tui.documents.reader.markup_tree import Element
from tui.documents.sanitising import sanitise_line
from tui.documents.text_pieces import Piece
from tui.errors import SourceError

_FEW = 120
"""Words that such a page has at most."""
_STUB = 30
"""Words that a page has at most which only leads on to another."""
_NOTHING = 3
"""Words that a page has at most whose text is made by programs, or is in a frame within it."""
SHORT = 300
"""Words that any of these pages has at most: laws make a question for consent a long one."""
_LONGEST = 300
_WITH_BROWSER = "save the page with your browser and open the file"


class _Gate(NamedTuple):
    """A kind of page that is no article."""

    wants: str
    """What the page does, behind its name."""
    hint: str
    """What would help."""
    says: re.Pattern[str]
    """What stands in the words of such a page."""


def _words(expression: str) -> re.Pattern[str]:
    return pattern(rf"\b(?:{expression})", re.IGNORECASE)


_SCRIPTS = _Gate(
    "is made by programs in the page, which are not run",
    _WITH_BROWSER,
    _words(
        r"(?:enable|activate|allow|turn on|requires?|needs?) (?:cookies and )?javascript|"
        r"javascript (?:and cookies )?"
        r"(?:is|are|to be|must be|needs to be|seems to be|appears to be) (?:currently )?"
        r"(?:required|disabled|enabled|turned off|not enabled)|"
        r"javascript (?:aktivieren|einschalten|activé|activado|habilitado|abilitato)|"
        r"(?:activer|activez|habilitar?|habilite|abilita(?:re)?|ative) (?:le |el )?javascript"
    ),
)
_GATES = (
    _Gate(
        "asks whether you are a person",
        _WITH_BROWSER,
        _words(
            r"(?:not|are) a (?:ro)?bot\b|you (?:a|we)re a bot\b|"
            r"(?:verify|confirm)(?:ing)? (?:that )?you are (?:a )?human|"
            r"checking (?:if the site connection is secure|your browser)|"
            r"review the security of your connection|unusual traffic from|"
            r"(?:kein|sind sie ein) roboter|pas un robot|no (?:soy|eres) un robot"
        ),
    ),
    _SCRIPTS,
    _Gate(
        "is closed for maintenance",
        "try again later",
        _words(
            r"(?:under|down for|scheduled|performing some) maintenance|"
            r"(?:be|are) back (?:soon|shortly)|wartungsarbeiten|en maintenance|en mantenimiento"
        ),
    ),
    _Gate(
        "asks for your age",
        _WITH_BROWSER,
        _words(r"(?:over|at least) (?:18|21)\b|(?:of )?legal age\b|(?:verify|confirm) your age\b"),
    ),
)
"""Looked for in this order."""
_CONSENT = _words(
    r"cookies?\b|consent|privacy\b|partners?\b|tracking|track(?:er)?s?\b|"
    r"personal(?:i[sz]ed)? (?:data|ads?|advertising|content)|legitimate interest|gdpr|"
    r"einwilligung|zustimmung|datenschutz\w*|werbung|consentement|confidentialité|partenaires|publicité|consentimiento|privacidad|"
    r"publicidad|consenso|pubblicità|toestemming"
)
_ACCEPTED = pattern(
    r"\W*(?:i )?(?:accept|agree|allow|consent|got it|(?:alle[sn]? )?(?:akzeptieren|zustimmen)|"
    r"(?:tout )?accepter|j.accepte|acept(?:ar|o)|accetta|akkoord|aceitar)\b",
    re.IGNORECASE,
)
_CONSENT_SHARE = 0.02
"""Least share of words of consent in a question for it."""
_MISSING = pattern(
    r"(?:error )?404\b|(?:page|article|file) (?:was |is |could )?not (?:be )?found|not found\Z|"
    r"seite nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|"
    r"pagina non trovata",
    re.IGNORECASE,
)
_LOGIN = _words(
    r"(?:log|sign)[ -]?(?:in|on)\b|anmelden|einloggen|connexion|se connecter|iniciar sesión|accedi"
)
_REFRESH = pattern(r"\s*\d?(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?[\"']?\s*([^\"'\s>]+)", re.IGNORECASE)


def refuse_gate(
    label: str, page: Element, title: str, pieces: Sequence[Piece], address: str
) -> None:
    """Refuse a page that is none of an article.

    Args:
        label: What a sentence calls it.
        page: All of it.
        title: Its title.
        pieces: What would be read of it.
        address: Where it was found; empty for a file, which its reader has chosen to keep.

    Raises:
        SourceError: There is nothing to read in it.
    """
    text = " ".join(piece.content.text for piece in pieces)
    count = len(text.split())
    onward = _refreshed_to(page, address) if count <= _STUB else ""
    wants = _wanted(page, title, text, count) if address and not onward else None
    if wants is not None:
        raise SourceError(f"{label} {wants[0]}", wants[1])
    onward = onward or (_framed(page, address, count) if count <= _STUB else "")
    if onward:
        raise SourceError(f"{label} has no text of its own", f"open {onward}")


def _wanted(page: Element, title: str, text: str, count: int) -> tuple[str, str] | None:
    """What a page does in the place of showing an article, and what would help."""
    if _asks_for_consent(page, text, count):
        return "asks for your consent first", _WITH_BROWSER
    if count > _FEW:
        return None
    if count <= _NOTHING and page.find(".//script") is not None:
        return _SCRIPTS.wants, _SCRIPTS.hint
    heads = [title, *_lines(page, "title"), *_lines(page, "h1")]
    if any(map(_MISSING.match, heads)):
        return "says that it has no such page", "check the address"
    said = f"{title}\n{text}"
    for gate in _GATES:
        if gate.says.search(said):
            return gate.wants, gate.hint
    fields = (field.get("type", "").lower() for field in page.iter("input"))
    if "password" in fields and any(map(_LOGIN.search, heads)):
        return "asks for a login", _WITH_BROWSER
    return None


def _asks_for_consent(page: Element, text: str, count: int) -> bool:
    found = len({match.group().lower() for match in _CONSENT.finditer(text)})
    if found < 2 or len(_CONSENT.findall(text)) < _CONSENT_SHARE * count:
        return False
    buttons = (each for name in ("button", "a", "input") for each in page.iter(name))
    return any(
        _ACCEPTED.match(each.get("value", "") or " ".join("".join(each.itertext()).split()))
        for each in buttons
    )


def _lines(page: Element, name: str) -> list[str]:
    return [sanitise_line("".join(each.itertext()), _LONGEST) for each in page.iter(name)]


def _refreshed_to(page: Element, base: str) -> str:
    """The address that a browser would open in the place of a page; empty for none."""
    for meta in page.iter("meta"):
        if meta.get("http-equiv", "").lower() == "refresh":
            found = _REFRESH.match(meta.get("content", ""))
            onward = _absolute(found[1], base) if found else ""
            if onward and onward != base:
                return onward
    return ""


def _framed(page: Element, base: str, count: int) -> str:
    """The address of a frame that holds the text of a page; empty for none.

    Of a set of frames the last one mostly holds the text, those before it what leads there. A frame
    within a page is mostly a film or something that counts visits.
    """
    frames = [each.get("src", "") for each in page.iter("frame")]
    if not frames and count <= _NOTHING:
        within = (_absolute(each.get("src", ""), base) for each in page.iter("iframe"))
        frames = [each for each in within if urlsplit(each).netloc == urlsplit(base).netloc]
    return next(filter(None, (_absolute(each, base) for each in reversed(frames))), "")


def _absolute(reference: str, base: str) -> str:
    try:
        address = urljoin(base, reference.strip())
    except ValueError:
        return ""
    is_one = address.startswith(("http://", "https://")) and len(address) <= _LONGEST
    return sanitise_line(address) if is_one else ""
