"""What a host sends in the place of an article is refused in a sentence; articles are read."""

from __future__ import annotations

from importlib import import_module

import pytest

from tui.documents.reader.reading_messages import Contents, Foreign
from tui.errors import SourceError

ADDRESS = "https://echo.example/news/bridge"
PROSE = "".join(
    f"<p>The council met on day {n} about the bridge, and the mayor said that money was short."
    for n in range(20)
)
ARTICLE = f"<article><h1>The bridge stays shut</h1>{PROSE}</article>"
COOKIES = (
    "<h2>We value your privacy</h2><p>We and our 842 partners store cookies on your device and "
    "process personal data for personalised advertising. You may consent to this or not.</p>"
    "<button>Accept all</button><button>Reject all</button>"
)
REFRESH = "<meta http-equiv=refresh content='0; url=/b'>"
SCRIPT = "<script src=/app.js></script>"


def contents(body: str, head: str = "", name: str = ADDRESS) -> Contents:
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    foreign = Foreign("web_page", html.encode(), "the page", name)
    read: Contents = import_module("tui.documents.reader.web_page").read(foreign, print)
    return read


def words(body: str, head: str = "", name: str = ADDRESS) -> str:
    return " ".join(piece.content.text for piece in contents(body, head, name).pieces)


GATES = {
    "consent": ("<title>The Echo</title>", COOKIES, "asks for your consent"),
    "consent, German": (
        "",
        "<h1>Willkommen</h1><p>Mit Werbung weiterlesen. Ihre Zustimmung können Sie jederzeit "
        "widerrufen; mehr steht in der Datenschutzerklärung.</p><a>Akzeptieren und weiter</a>",
        "asks for your consent",
    ),
    "programs": (
        "<title>The Echo</title>",
        "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>",
        "is made by programs",
    ),
    "nothing but programs": ("", f"<p>Redirecting…</p>{SCRIPT}", "is made by programs"),
    "person": (
        "<title>Just a moment...</title>",
        "<h1>echo.example</h1><p>Checking if the site connection is secure. Enable JavaScript and "
        "cookies to continue.</p>",
        "asks whether you are a person",
    ),
    "login": (
        "<title>Log in - The Echo</title>",
        "<p>No account yet? Sign up for free and read.</p><form><input type=password></form>",
        "asks for a login",
    ),
    "gone": ("<title>404</title>", "<p>It may have been moved or deleted.", "no such page"),
    "gone, in a heading": ("", "<h1>Page not found</h1><p>It was moved.", "no such page"),
    "maintenance": ("", "<h1>We’ll be back soon!</h1><p>Sorry.", "closed for maintenance"),
    "age": ("", "<h1>Are you over 18?</h1><p>Yes or no?", "asks for your age"),
}


@pytest.mark.parametrize(("head", "body", "reason"), GATES.values(), ids=GATES)
def test_what_stands_in_the_place_of_an_article_is_refused(
    head: str, body: str, reason: str
) -> None:
    with pytest.raises(SourceError) as refused:
        contents(body, head)
    assert reason in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize(("head", "body", "reason"), GATES.values(), ids=GATES)
def test_an_article_with_the_same_beside_it_is_read(head: str, body: str, reason: str) -> None:
    assert words(body + ARTICLE, head).count("The council met") == 20


def test_a_file_was_kept_by_its_reader_and_is_read() -> None:
    assert "partners" in words(COOKIES, name="/home/nora/cookies.html")


@pytest.mark.parametrize(
    ("head", "body", "onward"),
    [
        (REFRESH, "", "https://echo.example/b"),
        (REFRESH, "<p>If nothing happens, <a href=/b>click here</a>.", "https://echo.example/b"),
        ("", "<iframe src=/b></iframe>", "https://echo.example/b"),
        ("<frameset><frame src=nav.html><frame src=a.html></frameset>", "", "/news/a.html"),
    ],
)
def test_a_page_that_only_leads_on_says_where(head: str, body: str, onward: str) -> None:
    with pytest.raises(SourceError, match="no text of its own") as refused:
        contents(body, head)
    assert refused.value.hint.startswith("open https://")
    assert refused.value.hint.endswith(onward)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<meta http-equiv=refresh content='300; url=/b'>", "<p>The bridge is shut."),
        ("<meta http-equiv=refresh content=5>", "<p>The bridge is shut."),
        (f"<meta http-equiv=refresh content='0; url={ADDRESS}'>", "<p>The bridge is shut."),
        ("", "<p>The bridge is shut.<noscript><iframe src=https://count.example/></iframe>"),
        ("", "<p>The bridge is shut. Cookies are served on the ferry.<button>Accept</button>"),
        ("", "<p>The bridge is shut. Log in to tell us why.<form><input type=password></form>"),
    ],
)
def test_a_short_page_is_read(head: str, body: str) -> None:
    assert "The bridge is shut." in words(body, head)


def test_of_what_has_to_be_paid_for_it_is_said_that_it_may_be_cut() -> None:
    about = '{"@type": "NewsArticle", "isAccessibleForFree": %s}'
    said = f'<script type="application/ld+json">{about}</script>'
    for value in ("false", '"False"'):
        (notice,) = contents("<p>The bridge stays shut, for now.", said % value).notices[-1:]
        assert "not all of it is free" in notice
    for head in ("", said % "true"):
        assert "free" not in " ".join(contents("<p>The bridge is shut.", head).notices)
    assert "free" not in " ".join(contents(ARTICLE, said % "false").notices)
