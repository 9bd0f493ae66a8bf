"""Pages that mean harm, or are what nobody expects: each is a name and its bytes.

None may bring down the reader, take longer than its deadlines, or bring a control character to
the terminal.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

PROSE = "<p>The harbour stays closed until May, the mayor said on Monday, and gave no reason.</p>"
_TAIL = PROSE * 5


def hostile_pages() -> Iterator[tuple[str, bytes]]:
    """Pages of some kilobytes: all of them can be read within seconds."""
    for name, html in (*_nested(), *_attributes(), *_signs(), *_broken(), *_data()):
        page = f"<!doctype html><html><head><title>Harm</title></head><body>{html}</body></html>"
        yield name, page.encode("utf-8", "surrogatepass")
    yield from _bytes()


def large_pages() -> Iterator[tuple[str, bytes]]:
    """Pages of many megabytes: each needs a limit or a linear way."""
    yield "300,000 paragraphs", b"<!doctype html>" + b"<p>one two three four five" * 300_000
    yield "200,000 links", b"<!doctype html><p>" + b"<a href=x>one</a> " * 200_000
    yield "100,000 headings", b"<!doctype html>" + b"<h2>one</h2><p>two</p>" * 100_000
    yield "one paragraph of 10 MB", b"<!doctype html><p>" + b"one two " * 1_250_000
    yield "100,000 cells", b"<!doctype html><table>" + b"<tr><td>a<td>b" * 50_000
    yield "an attribute of 20 MB", b"<!doctype html><p id='" + b"x" * 20_000_000 + b"'>word</p>"
    yield "500,000 comments", b"<!doctype html>" + b"<!--" * 500_000 + b"--><p>word</p>"
    yield "the same words 50,000 times", b"<!doctype html>" + _TAIL[:84].encode() * 50_000


def _nested() -> Iterator[tuple[str, str]]:
    for tag in ("div", "b", "span", "blockquote", "ul><li", "table><tr><td", "a href=x", "figure",
                "q", "dl><dd", "section", "font", "form", "sup", "details"):  # fmt: skip
        yield f"{tag} in itself 20,000 times", f"<{tag}>" * 20_000 + "word" + _TAIL
        yield f"{tag} in itself 1,500 times", f"<{tag}>" * 1_500 + "word" + _TAIL
    yield "closing tags only", "</div>" * 50_000 + _TAIL
    yield "tags across one another", "<b><i></b></i>" * 20_000 + _TAIL


def _attributes() -> Iterator[tuple[str, str]]:
    yield (
        "a cell over 9e15 columns",
        (f"<table><tr><th>A<th>B<tr><td colspan=9000000000000000>1<td>2</table>{_TAIL}"),
    )
    yield "cells over 65534 rows", "<table>" + "<tr><td rowspan=65534>a<td>b" * 500 + "</table>"
    yield "a list that begins at 9e300", f"<ol start={'9' * 300}><li>a<li value=-{'9' * 50}>b</ol>"
    yield "a thousand attributes", "<p " + " ".join(f"a{n}=x" for n in range(1000)) + ">word</p>"
    yield "a class of 100,000 words", f"<p class='{'nav ' * 100_000}'>word</p>{_TAIL}"
    yield "an alternative text of 200 kB", f"<img alt='{'word ' * 40_000}'>{_TAIL}"
    yield (
        "addresses that are none",
        (
            "<p><a href='http://[::1'>a</a><a href='javascript:x()'>b</a><a href='file:///etc/passwd'>"
            f"c</a><a href='data:text/html,x'>d</a><a href='//[x]/'>e</a></p>{_TAIL}"
        ),
    )
    yield "a base that is none", f"<base href='http://[bad'><p><a href=x>a</a></p>{_TAIL}"
    yield (
        "pictures and frames from elsewhere",
        (
            "<img src='http://127.0.0.1:9/x.png'><iframe src='http://127.0.0.1:9/'></iframe>"
            f"<link rel=stylesheet href='http://127.0.0.1:9/x.css'>{_TAIL}"
        ),
    )


def _signs() -> Iterator[tuple[str, str]]:
    yield "raw control characters", f"<p>a\x00b\x07c\x1b[2Jd\x9b31me\x7f</p>{_TAIL}"
    yield (
        "control characters as entities",
        f"<p>&#27;[2J&#0;&#7;&#155;31m&#x9d;8;;x&#x9c;</p>{_TAIL}",
    )
    yield "control characters in the title", f"<h1>a&#27;]0;owned&#7;b</h1>{_TAIL}"
    yield (
        "control characters in a link",
        f"<p><a href='http://x.example/&#27;[2J&#10;y'>a</a></p>{_TAIL}",
    )
    yield "control characters in a caption", f"<img alt='one two&#27;[2J&#10;three'>{_TAIL}"
    yield "control characters in code", f"<pre>a&#27;[2J&#13;&#12;b</pre>{_TAIL}"
    yield "letters turned round", f"<p>a&#x202e;b&#x2066;c&#x200f;d</p>{_TAIL}"
    yield "lone surrogates", f"<p>a\ud800b&#xd800;c&#xdfff;d</p>{_TAIL}"
    yield "numbers no letter has", f"<p>&#x110000;&#99999999999;&#xffffffffffffffff;</p>{_TAIL}"
    yield "200 marks on one letter", f"<p>a{'&#x301;' * 200}b</p>{_TAIL}"
    yield "tags nobody sees", f"<p>a{'&#xe0041;' * 50}b</p>{_TAIL}"
    yield "blanks of all kinds", f"<p>{'&nbsp;&#x2003;&#x3000;&#x200b;&#xfeff;' * 2000}a</p>{_TAIL}"


def _broken() -> Iterator[tuple[str, str]]:
    yield (
        "entities in entities",
        (
            '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
            f"<p>&b;&b;</p>{_TAIL}"
        ),
    )
    yield (
        "a file as an entity",
        (f'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><p>&f;</p>{_TAIL}'),
    )
    yield "ampersands only", f"<p>{'&' * 50_000}</p>{_TAIL}"
    yield "angle brackets only", f"{'<' * 50_000}{_TAIL}"
    yield "a script that is never closed", f"{_TAIL}<script>var x = '<p>no</p>'"
    yield "a comment that is never closed", f"{_TAIL}<!-- no"
    yield "a text area that is never closed", f"{_TAIL}<textarea><p>no"
    yield "a button that is never closed", f"<button>{_TAIL}"
    yield "everything hidden", f"<div hidden>{_TAIL}</div>"
    yield "nothing at all", ""
    yield "a frame set", "<frameset><frame src=x></frameset>"


def _data() -> Iterator[tuple[str, str]]:
    def script(data: str) -> str:
        return f"<script type='application/ld+json'>{data}</script>{_TAIL}"

    yield "100,000 brackets as data", script("[" * 100_000)
    yield "data that is no object", script("7")
    yield "authors in authors", script('{"@type":"Article","author":' * 500 + "1" + "}" * 500)
    yield "a headline that is a list", script('{"@type":["Article"],"headline":[[["x"]],1]}')
    yield (
        "a number of 10,000 digits",
        script('{"@type":"Article","datePublished":' + "9" * 10_000 + "}"),
    )
    yield (
        "an author with control characters",
        script(
            json.dumps({"@type": "Article", "author": "A\x1b[2JB\u202e", "headline": "x\ny\x07"})
        ),
    )


def _bytes() -> Iterator[tuple[str, bytes]]:
    html = f"<!doctype html><html><head><title>Harm</title></head><body>{_TAIL}</body></html>"
    yield "truncated UTF-16", html.encode("utf-16")[:-201]
    yield (
        "UTF-16 that says UTF-8",
        html.replace("<head>", "<head><meta charset=utf-8>").encode("utf-16"),
    )
    yield "UTF-8 that says UTF-16", html.replace("<head>", "<head><meta charset=utf-16>").encode()
    yield "an encoding that is none", html.replace("<head>", "<head><meta charset=hex>").encode()
    yield "UTF-7", html.replace("<head>", "<head><meta charset=utf-7>").encode() + b"+ADw-p+AD4-"
    yield "bytes that are no letters", b"<!doctype html><p>" + bytes(range(128, 256)) * 100
    yield "NUL after NUL", b"<!doctype html><p>a" + b"\0" * 2000 + b"b</p>" + _TAIL.encode()
    yield "two marks at the front", b"\xef\xbb\xbf\xef\xbb\xbf" + html.encode()
