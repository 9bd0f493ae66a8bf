"""Mails and mailboxes: what was written, what is quoted, and by whom; however a mail is broken."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from tests.documents.reader.made_files import contents_of, rendered_of
from tui.documents.article import TextStyle
from tui.documents.fetched import Fetched
from tui.documents.loading import load, open_source
from tui.documents.sniffing import is_mail
from tui.documents.source import Source
from tui.documents.unread import Listing, Unread, Waiting
from tui.errors import SourceError

HEAD = {
    "From": "Nora Feld <nora@a.example>",
    "Date": "Tue, 12 Mar 2024 23:11:12 +0100",
    "Subject": "Re: marks",
    "Message-ID": "<1@a.example>",
    "Content-Type": "text/plain; charset=utf-8",
}


def mail(body: str | bytes, header: Mapping[str, str] | None = None) -> bytes:
    """A mail; a field of the header is left out by an empty value."""
    fields = HEAD | dict(header or {})
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    text = body if isinstance(body, bytes) else body.replace("\n", "\r\n").encode()
    return head.encode("utf-8", "surrogateescape") + b"\r\n" + text


def words(body: str | bytes, **header: str) -> str:
    named = {name.replace("_", "-"): value for name, value in header.items()}
    return rendered_of("mail", mail(body, named)).text


def parts(kind: str, *each: str) -> tuple[str, str]:
    """The body of a mail of several parts, and its media type."""
    body = "".join(f"--b\n{part}\n" for part in each) + "--b--\n"
    return body, f'multipart/{kind}; boundary="b"'


PLAIN = "Content-Type: text/plain\n\n{}"
HTML = "Content-Type: text/html\n\n{}"


def test_a_mail_says_who_wrote_it_when_and_about_what() -> None:
    contents = contents_of("mail", mail("It is shut.\n"))
    assert (contents.title, contents.byline) == ("Re: marks", "Nora Feld")
    assert contents.published == date(2024, 3, 12)


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("From", "nora@a.example", "nora@a.example"),
        ("From", "=?utf-8?q?Zo=C3=AB?= <z@a.example>, b@a.example", "Zoë, b@a.example"),
        ("From", "=?nonsense?q?Zo=C3?= <z@a.example>", "=?nonsense?q?Zo=C3?="),
        ("From", "=?utf-8?b?not base64!?= <z@a.example>", "=?utf-8?b?not base64!?="),
        ("From", "=?utf-8?q?Feld=2C_Nora?= <z@a.example>", "Feld, Nora"),
        ("From", '"\x1b]0;owned\x07" <z@a.example>', "␛]0;owned␇"),
    ],
)
def test_a_writer_is_named_whatever_the_header_holds(field: str, value: str, shown: str) -> None:
    assert contents_of("mail", mail("x", {field: value})).byline == shown


@pytest.mark.parametrize("day", ["", "yesterday", "Tue, 99 Mar 2024 10:00", "1 Jan 99999 00:00:00"])
def test_what_is_no_day_is_no_day(day: str) -> None:
    assert contents_of("mail", mail("x", {"Date": day})).published is None


def test_lines_wrapped_by_hand_are_joined_and_verse_is_kept() -> None:
    wrapped = (
        "Yes, I moved it. I did not expect that to matter at all, since it never\ndid before.\n"
    )
    assert words(f"{wrapped}\nBest,\nNora\n") == (
        "Yes, I moved it. I did not expect that to matter at all, since it never did before."
        "\n\nBest,\nNora"
    )


def test_quoted_lines_are_quotations_in_one_another() -> None:
    rendered = rendered_of(
        "mail", mail("A wrote:\n> B wrote:\n>> Was it?\n> > Yes.\n>\n> No.\n\nOh.\n")
    )
    assert rendered.text == "A wrote:\n\nB wrote:\n\nWas it?\nYes.\n\nNo.\n\nOh."
    depth = {
        rendered.text[span.start : span.end]: [each[:2] for each in rendered.styles].count(span[:2])
        for span in rendered.styles
    }
    assert depth == {"B wrote:": 1, "Was it?\nYes.": 2, "No.": 1}
    assert {span.style for span in rendered.styles} == {TextStyle.QUOTATION}


def test_a_signature_is_shown_and_not_analysed() -> None:
    rendered = rendered_of("mail", mail("It is shut.\n\n-- \nNora Feld\nEditor\n"))
    assert [rendered.text[span.start : span.end] for span in rendered.asides] == [
        "Nora Feld\nEditor"
    ]


@pytest.mark.parametrize(
    ("body", "delsp", "shown"),
    [
        ("It is \nshut.\nYes.\n", "", "It is shut.\nYes."),
        ("It is \nshut.\n\nYes.\n", "", "It is shut.\n\nYes."),
        (" From the pier.\n", "", "From the pier."),
        ("> It is \n> shut.\n>> Is it \nNo.\n", "", "It is shut.\n\nIs it\n\nNo."),
        ("Hafen \nmeister\n", "; delsp=yes", "Hafenmeister"),
        ("It is \n-- \nNora\n", "", "It is\n\nNora"),
        ("It is ", "", "It is"),
    ],
)
def test_lines_that_flow_are_joined_as_they_were(body: str, delsp: str, shown: str) -> None:
    assert words(body, Content_Type=f"text/plain; format=flowed{delsp}") == shown


def test_of_two_forms_the_plain_one_is_read_unless_it_is_a_stub() -> None:
    html = HTML.format("<p>It is <b>shut</b>.</p>")
    body, kind = parts("alternative", PLAIN.format("It is shut."), html)
    assert words(body, Content_Type=kind) == "It is shut."
    long = HTML.format("<blockquote>" + "It is shut. " * 20 + "</blockquote>")
    body, kind = parts("alternative", PLAIN.format("See the HTML."), long)
    assert words(body, Content_Type=kind) == " ".join(["It is shut."] * 20)


def test_what_is_attached_is_named() -> None:
    attached = "Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nNo."
    picture = "Content-Type: image/png\n\n"
    body, kind = parts("mixed", PLAIN.format("Here."), attached, picture)
    contents = contents_of("mail", mail(body, {"Content-Type": kind}))
    assert contents.notices == ("What is attached is not read: a.txt, image/png.",)
    assert words(body, Content_Type=kind) == "Here."


def test_a_mail_in_a_mail_is_read_with_who_wrote_it() -> None:
    within = "Content-Type: message/rfc822\n\nFrom: Ann <ann@a.example>\nSubject: Tides\n"
    dated = f"{within}Date: Mon, 11 Mar 2024 10:00:00 +0100\n\nIt falls."
    body, kind = parts("mixed", PLAIN.format("See below."), dated)
    rendered = rendered_of("mail", mail(body, {"Content-Type": kind}))
    assert rendered.text == "See below.\n\nTides\n\nAnn, 11 March 2024\n\nIt falls."
    assert [rendered.text[aside.start : aside.end] for aside in rendered.asides] == [
        "Ann, 11 March 2024"
    ]
    digest, kind = parts("digest", f"{within}\nIt falls.", f"{within}\nIt rises.")
    assert words(digest, Content_Type=kind) == (
        "Tides\n\nAnn\n\nIt falls.\n\nTides\n\nAnn\n\nIt rises."
    )


def test_a_mail_in_a_mail_that_nobody_can_read_is_named() -> None:
    packed = "Content-Type: message/rfc822; name=a.eml\nContent-Transfer-Encoding: base64\n\nRnJv"
    body, kind = parts("mixed", PLAIN.format("Here."), packed)
    contents = contents_of("mail", mail(body, {"Content-Type": kind}))
    assert contents.notices == ("What is attached is not read: a.eml.",)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_letters_of_a_header_that_are_not_packed_are_read(encoding: str) -> None:
    head = "From: Jürgen Groß <j@a.example>\nTo: a\nSubject: Die Brücke – über die Straße\n\nx"
    contents = contents_of("mail", head.encode(encoding))
    assert (contents.title, contents.byline) == ("Die Brücke – über die Straße", "Jürgen Groß")


@pytest.mark.parametrize(
    ("charset", "body", "shown"),
    [
        ("utf-8", "café".encode(), "café"),
        ("us-ascii", "café".encode(), "café"),
        ("iso-8859-1", b"caf\xe9 \x93shut\x94", "café “shut”"),
        ("no-such-thing", "café".encode(), "café"),
        ("undefined", "café".encode(), "café"),
        ("zip", "café".encode(), "café"),
        ("utf-8", b"caf\xe9 au lait", "café au lait"),
        ("koi8-r", b"\xda\xc1", "за"),
    ],
)
def test_an_encoding_that_is_wrong_harms_nothing(charset: str, body: bytes, shown: str) -> None:
    assert words(body, Content_Type=f"text/plain; charset={charset}") == shown


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ({"Content-Transfer-Encoding": "base64"}, "SXQgaXMgc2h1dC4"),
        ({"Content-Transfer-Encoding": "base64"}, "SXQg!!aXMgc2h1dC4="),
        ({"Content-Transfer-Encoding": "quoted-printable"}, "It=20is=\n shut."),
        ({"Content-Transfer-Encoding": "what"}, "It is shut."),
        ({"Content-Type": "nonsense"}, "It is shut."),
        ({"Content-Type": 'multipart/mixed; boundary="b"'}, "--b\n\nIt is shut."),
        ({"Content-Type": "text/plain; charset*=utf-8''%FF"}, "It is shut."),
    ],
)
def test_a_broken_mail_is_read_as_far_as_it_goes(header: dict[str, str], body: str) -> None:
    assert rendered_of("mail", mail(body, header)).text == "It is shut."


def test_mails_in_mails_in_mails_are_read_or_refused_in_a_sentence(tmp_path: Path) -> None:
    deep = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(2000))
    path = tmp_path / "deep.eml"
    path.write_bytes(mail(deep + PLAIN.format("x"), {"Content-Type": 'multipart/x; boundary="q"'}))
    with pytest.raises(SourceError) as refused:
        load(str(path))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("application/pkcs7-mime", "is encrypted"),
        ("application/pdf", "what is attached"),
    ],
)
def test_a_mail_without_words_is_refused_in_a_sentence(kind: str, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        contents_of("mail", mail("x", {"Content-Type": kind}))


MAILBOX = b"".join(
    b"From nora@a.example Tue Mar 12 10:11:12 2024\n" + each.replace(b"\r\n", b"\n") + b"\n\n"
    for each in (
        mail("It is shut.\n>From here it goes on.\n"),
        mail("It opens.\nFrom the pier.\n", {"Message-ID": "<2@a.example>", "Subject": "Open"}),
        mail("Again.\n"),
    )
)


def test_a_mailbox_is_a_list_and_each_mail_is_found_again(tmp_path: Path) -> None:
    path = tmp_path / "box"
    path.write_bytes(MAILBOX)
    opened = open_source(str(path))
    assert isinstance(opened, Unread)
    listing = opened.read(Waiting())
    assert isinstance(listing, Listing)
    assert [choice.title for choice in listing.choices] == ["Re: marks", "Open", "Re: marks"]
    assert len({choice.part for choice in listing.choices}) == 3
    texts = [
        load(Source.parse(str(path)).part_of(each.part).identity).text for each in listing.choices
    ]
    assert texts == ["It is shut.\nFrom here it goes on.", "It opens.\nFrom the pier.", "Again."]


def test_a_mail_keeps_its_name_when_the_mailbox_grows() -> None:
    before = contents_of("mail", MAILBOX).choices[1].part
    new = b"From a@a.example Tue Mar 12 10:11:12 2024\n" + mail("New.", {"Message-ID": "<0@x>"})
    grown = contents_of("mail", new + b"\n\n" + MAILBOX)
    assert rendered_of("mail", new + b"\n\n" + MAILBOX, part=before).text.startswith("It opens.")
    assert len(grown.choices) == 4
    with pytest.raises(SourceError, match="not in the file any more"):
        contents_of("mail", MAILBOX, part="0")


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (mail("x"), True),
        (MAILBOX, True),
        (b"Received: by a\n\tfor b\nFrom: a\nTo: b\n\nx", True),
        (b"From: a\nTo: b\nmsip_labels: x\nSubject: c\n\nx", True),
        (
            b"From "
            + b"a-" * 40
            + b"@b.example Mon Jun 01 04:28:28 2009\nFrom: a\nTo: b\nDate: c\n\nx",
            True,
        ),
        (b"From - \nFrom: a\nTo: b\nDate: c\n\nx", True),
        (b"From: the pier\n\nIt is shut.", False),
        (b"From the pier we went home.\nDate: none\n", False),
        (b"Title: Tides\nDate: 2024-03-12\nAuthor: A\n\nIt falls.", False),
        (b"From: <Saved by A>\nSnapshot-Content-Location: x\nSubject: y\nDate: z\n\nx", False),
        (b"From: Ann\nTo: Bo\nWe met.\nDate: then\n", False),
        (b"", False),
    ],
)
def test_a_mail_is_known_by_its_header(data: bytes, is_one: bool) -> None:
    assert is_mail(Fetched(data, None, "x")) is is_one


def test_a_mail_without_a_header_is_known_by_its_name() -> None:
    body, kind = parts("mixed", PLAIN.format("It is shut."))
    made = f"Content-Type: {kind}\n\n{body}".encode()
    assert is_mail(Fetched(made, None, "x", name="a.eml"))
    assert not is_mail(Fetched(made, None, "x"))
    assert rendered_of("mail", made).text == "It is shut."
