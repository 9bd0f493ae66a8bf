"""Pages that a browser saved into one file: MHTML (RFC 2557) and Safari's web archives."""

from __future__ import annotations

import plistlib
from xml.parsers.expat import ExpatError

from tui.documents.reader.page_decoding import page_text
from tui.documents.reader.page_in_mail import SavedPage, page_in_mail
from tui.documents.reader.reading_messages import Contents, Foreign
from tui.documents.reader.web_page import page_contents
from tui.documents.unread import Told
from tui.errors import SourceError


def read(foreign: Foreign, told: Told) -> Contents:
    """The article of a saved page.

    Raises:
        SourceError: There is no page in it.
    """
    is_mail = not foreign.data.lstrip().startswith((b"bplist", b"<"))
    saved = page_in_mail(foreign.data) if is_mail else _from_plist(foreign.data)
    if saved is None:
        raise SourceError(f"there is no web page in {foreign.label}", "save the page again")
    html, notices = page_text(saved.data, foreign.encoding or saved.encoding)
    contents = page_contents(html, saved.address, told)
    contents.notices = (*notices, *contents.notices)
    return contents


def _from_plist(data: bytes) -> SavedPage | None:
    try:
        archive = plistlib.loads(data)
    except (ValueError, ExpatError, OverflowError, plistlib.InvalidFileException):
        return None
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(main, dict) or not isinstance(main.get("WebResourceData"), bytes):
        return None
    return SavedPage(
        main["WebResourceData"],
        str(main.get("WebResourceTextEncodingName") or ""),
        str(main.get("WebResourceURL") or ""),
    )
