"""Org, AsciiDoc and LaTeX: title, headings and blocks; signs are gone, words stay."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from tests.documents.reader.made_files import contents_of, rendered_of
from tui.documents.article import TextStyle
from tui.documents.fetched import Fetched
from tui.documents.loaders import loader_of
from tui.documents.loading import load
from tui.errors import SourceError

ORG = """\
#+TITLE: Tides
#+AUTHOR: A. N. Author
#+DATE: <2024-03-04 Mon>
# a comment

* TODO [#A] Ebb :sea:pier:
  SCHEDULED: <2024-03-05 Tue>
  :PROPERTIES:
  :ID: 1
  :END:
It *falls*, see [[https://a.example][the page]]
and =wait()=.

#+BEGIN_QUOTE
She said no.
#+END_QUOTE

#+begin_src python
wait()
#+end_src

- [ ] one
  - within
- two
  goes on

| Day | Ships |
|-----+-------|
| Mon | 1     |
"""
ASCIIDOC = """\
= Tides
A. N. Author <a@a.example>
v1.0, 2024-03-04
:toc:

// a comment
[[ebb]]
== Ebb

It *falls*, see https://a.example[the page]
and `wait()`.

[quote, Ann]
____
She said no.
____

----
wait()
----

* one
** within
* two
goes on

|===
|Day |Ships
|Mon |1
|===
"""
LATEX = r"""
% a comment
\documentclass{article}
\title{Tides}
\author{A. N. Author\thanks{Us} \and B. Other}
\date{4 March 2024}
\begin{document}
\maketitle
\section{Ebb}\label{s}
It \textbf{falls}, see \href{https://a.example}{the page}
and \texttt{wait()}.

\begin{quote}
She said no.
\end{quote}

\begin{verbatim}
wait()
\end{verbatim}

\begin{itemize}
\item one
  \begin{itemize}
  \item within
  \end{itemize}
\item two
  goes on
\end{itemize}

\begin{tabular}{lr}
\hline
Day & Ships \\
Mon & 1 \\
\end{tabular}
\end{document}
"""
ALL = {"org_outline": ORG, "asciidoc": ASCIIDOC, "latex": LATEX}
TEXT = (
    "Tides\n\nEbb\n\nIt falls, see the page and wait().\n\nShe said no.\n\nwait()\n\n"
    "• one\n  – within\n• two goes on\n\nDay   Ships\n───   ─────\nMon   1"
)


@pytest.mark.parametrize(("reader", "text"), ALL.items(), ids=ALL)
def test_one_text_is_the_same_in_every_hand(reader: str, text: str) -> None:
    rendered = rendered_of(reader, text.encode())
    assert rendered.text == TEXT
    styled = {span.style: rendered.text[span.start : span.end] for span in rendered.styles[:-1]}
    assert styled[TextStyle.TITLE] == "Tides"
    assert styled[TextStyle.HEADING] == "Ebb"
    assert styled[TextStyle.QUOTATION] == "She said no."
    assert styled[TextStyle.LINK] == "the page"
    assert [span.target for span in rendered.styles if span.target] == ["https://a.example"]


@pytest.mark.parametrize(("reader", "text"), ALL.items(), ids=ALL)
def test_title_author_and_day(reader: str, text: str) -> None:
    contents = contents_of(reader, text.encode())
    assert contents.title == "Tides"
    assert contents.byline is not None
    assert contents.byline.startswith("A. N. Author")
    assert contents.published == date(2024, 3, 4)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a *b c* d/e/f /g/, _h_; +i+", "a b c d/e/f g, h; i"),
        ("2 * 3 * 4 and a_b_c", "2 * 3 * 4 and a_b_c"),
        ("[[file:a.org][A]] [[https://a.example]] <b> &amp;", "A https://a.example <b> &amp;"),
        ("said[fn:1]\n\n[fn:1] In May.", "said[1]\n\n[1] In May."),
        ("#+TODO: ASK | TOLD\n* ASK Ann\nx", "Ann\n\nx"),
        ("#+begin_comment\na\n#+end_comment\nb", "b"),
        ("#+begin_src\nnever ends", "never ends"),
        ("1. a\n2. b\n\nc", "1. a\n2. b\n\nc"),
        ("a\\\\\nb", "a\nb"),
    ],
)
def test_org(text: str, shown: str) -> None:
    assert rendered_of("org_outline", text.encode()).text == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a **b**c _d_ e_f_g", "a **b**c d e_f_g"),
        ("see <<ebb,the ebb>> and <<flood>>", "see the ebb and flood"),
        ("said.footnote:[In May.]", "said.[In May.]"),
        ("image::a.png[The pier, 300]\n\na", "[image: The pier]\n\na"),
        ("include::/etc/passwd[]\n\na", "a"),
        (".Ships\n|===\n|a |b\n\n|1\n|2\n|===", "Ships\n\na   b\n─   ─\n1   2"),
        ("NOTE: It is shut.", "NOTE: It is shut."),
        ("====\na\n====\nb", "a\n\nb"),
        ("////\nno\n////\na", "a"),
        ("----\nnever ends", "never ends"),
        (". a\n. b", "1. a\n2. b"),
        ("a +\nb", "a\nb"),
    ],
)
def test_asciidoc(text: str, shown: str) -> None:
    assert rendered_of("asciidoc", text.encode()).text == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"caf\'e na\"{\i}ve \c{c}a Erd\H{o}s \o re", "café naïve ça Erdős øre"),
        (r"``a'' --- `b' -- 5\% of \$4\,m \& c~d", "“a” — ‘b’ – 5% of $4 m & c d"),
        (r"$x^2 + \alpha$ and \(y < 3\)", r"x^2 + \alpha and y < 3"),
        (r"a~\cite{b2024} in Fig.~\ref{c}", "a [b2024] in Fig. [c]"),
        (r"said.\footnote{In \emph{May}.}", "said. [In May.]"),
        (r"\newcommand{\us}{Ann\xspace}\us said, and \us.", "Ann said, and Ann."),
        (r"\strange{a \odd[x]{b}} {c}", "a b c"),
        (r"\includegraphics[width=3cm]{a.png}\vspace{3pt}a", "a"),
        (r"\input{/etc/passwd} a", "a"),
        (r"\[ a < b \] c", "a < b\n\nc"),
        (r"\begin{equation}a=b\label{x}\end{equation}", "a=b"),
        (r"\begin{figure}[h]\caption{The pier}\end{figure}a", "The pier\n\na"),
        (r"\begin{description}\item[Ann] said no\end{description}", "• Ann said no"),
        (r"a \% b % gone", "a % b"),
        (r"a\\b", "a\nb"),
        (r"\section{never ends", "never ends"),
    ],
)
def test_latex(text: str, shown: str) -> None:
    assert rendered_of("latex", text.encode()).text == shown


HOSTILE = {
    "signs": "*/_=~+`" * 5000,
    "open": "*a " * 20_000,
    "links": "[[" * 20_000 + "a" + "]]" * 20_000,
    "references": "<<a" * 20_000,
    "braces": "{" * 30_000 + "a" + "}" * 30_000,
    "commands": "\\a{" * 5_000 + "b" + "}" * 5_000,
    "begins": "\\begin{itemize}\\item " * 3_000 + "a",
    "verbatims": "\\begin{verbatim}" * 2_000 + "a",
    "macros": "\\newcommand{\\a}{\\a\\a\\a}" + "\\a" * 5_000 + "b",
    "headings": "* a\n" * 5_000 + "== b\n" * 5_000,
    "lists": "\n".join(" " * n + "- a" for n in range(2_000)),
    "stars": "*" * 50_000 + " a",
    "dollars": "$" * 30_000 + "a",
    "controls": "a \x1b[31m \x9b \u202e b",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("ending", [".org", ".adoc", ".tex"])
def test_anything_is_read_or_refused(tmp_path: Path, ending: str, text: str) -> None:
    path = tmp_path / f"a{ending}"
    path.write_text(text)
    with suppress(SourceError):
        assert "\x1b" not in load(str(path)).text


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (ORG, "a", "Org"),
        (LATEX, "a", "LaTeX"),
        ("It falls.", "a.org", "Org"),
        ("It falls.", "a.adoc", "AsciiDoc"),
        ("It falls.", "a.tex", "LaTeX"),
        ("# a heading\n\nThe documentclass.", "a", "plain text"),
    ],
)
def test_what_its_first_line_tells_comes_before_its_name(data: str, name: str, form: str) -> None:
    assert loader_of(Fetched(data.encode(), None, "x", name=name)).name == form
