"""A page of the web, a printed report and a book, made for the pictures; all of it is invented."""

from __future__ import annotations

from pathlib import Path

from tests.documents.reader.made_files import book
from tests.documents.reader.pdf_writer import Print, block, pdf

PAGE = """<!doctype html><html lang="en"><head>
<title>Port of Orrin to close its north pier - The Orrin Gazette</title>
<meta property="og:site_name" content="The Orrin Gazette">
<meta name="author" content="Hanna Veld">
<meta property="article:published_time" content="2024-03-04T08:00:00Z">
<link rel="canonical" href="https://gazette.example/orrin/north-pier"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<article><h1>Port of Orrin to close its north pier</h1>
<p>The port of Orrin will close its north pier in May, <a href="/people/ann-reed">mayor Ann
Reed</a> said on Monday, after divers found cracks in eleven of its forty piles.</p>
<figure><img src="pier.jpg" alt="The north pier at low tide"><figcaption>The north pier at low
tide, seen from the lifeboat house</figcaption></figure>
<p>“We have known since autumn that the wood is tired,” Reed said. “We did not know how tired.” She
declined to say when the council had first been told.</p>
<h2>Who pays is open</h2>
<p>The harbour board estimates the repairs at £4.2m. It is unclear who will pay: the board says the
pier belongs to the town, the town says that it was handed over in 1998.</p>
<blockquote><p>“Somebody signed a paper that year, and nobody can find it,” said Tam Brode, who has
fished from the pier for thirty years.</p></blockquote>
<ul><li>The ferry will leave from the south quay.</li><li>The fish market moves to the old ice
house.</li></ul>
<p>A spokesman for the Ministry of Ports said it was considering whether to send engineers of its
own. Talks between the board and the council are expected later this month.</p></article>
<footer>© The Orrin Gazette · <a href="/privacy">Privacy</a></footer></body></html>"""

FOLLOW_UP = """date 2024-04-18
Board settles the quarrel over the north pier

The harbour board will pay for the repairs of the north pier, chairman Jonas Pell said on Thursday
after a paper of 1998 was found that made the pier its own.

"We have read it three times, and it says the same each time," Pell said. The board will borrow
£4.2m from the county, and raise the fees of the ferry for six years.

The Ministry of Ports said it would send two engineers of its own in May. Mayor Ann Reed said she
was glad that it was settled. "Nobody in Orrin will pay a tax for it," she said.

Whether the fishing boats can come back before the winter is not known.
"""

_REPORT = (
    "The inspection of the north pier was carried out between 12 and 19 February by three divers "
    "of the harbour board, at low water and in clear weather.",
    "Of forty piles eleven show cracks deeper than a hand. In four of them the wood has been "
    "eaten to less than half of its section; the board has not yet decided whether these can be "
    "clad or must be drawn.",
    "Chief engineer Olof Brandt told the inspectors that loads above the eighth pile had not been "
    "limited since the crane was moved. He said he did not know who had given the order.",
    "The inspectors recommend that the pier be closed to vehicles at once and to everybody before "
    "the spring tides. What the repairs will cost cannot be said before the piles are drawn.",
    "The council was shown a draft of this report on 21 February. Mayor Ann Reed said that she had "
    "not been told of the crane, and that she would ask who had been.",
    "It is not known whether the fishing boats can be moored at the south quay for more than a "
    "season: its depth was last measured in 1987.",
    "The board intends to put out tenders before Easter. No firm has said yet that it can do the "
    "work in one summer.",
)
_CHAPTERS = {
    "The Salt Road": (
        "It was never the habit of the miller to come home by the salt road, and on that evening "
        "in March he came by it only because the river had risen over the lower ford.",
        "“You will not cross tonight,” said the carter, whose name was Bram Tolliver. “Not with "
        "that horse.”",
        "Whether the bridge would hold was more than anybody in the village cared to say.",
    ),
    "The Ferryman's Price": (
        "The ferryman asked for nothing, which was how one knew that he would ask for it later.",
        "“I shall want the use of your wheel in April,” he said at last, and Nora Feld, who had "
        "been listening from the stern, laughed out loud.",
        "Nobody told the miller what she was laughing at, and he did not ask.",
    ),
    "High Water": (
        "By morning the water stood in the lower mill, and the sacks of the winter floated "
        "against the door like sheep.",
        "The constable said he was considering whether to send to Orrin for a boat.",
    ),
}


def write_all(folder: Path) -> dict[str, str]:
    """Write them into a folder; their paths by what they are."""
    report = folder / "inspection.pdf"
    report.write_bytes(_report())
    page = folder / "pier.html"
    page.write_text(PAGE, encoding="utf-8")
    novel = folder / "salt-road.epub"
    novel.write_bytes(_novel())
    later = folder / "pier-paid.txt"
    later.write_text(FOLLOW_UP, encoding="utf-8")
    files = {"page": page, "report": report, "book": novel, "follow_up": later}
    return {name: str(path) for name, path in files.items()}


def _report() -> bytes:
    """Pages in two columns, with a running head and numbers."""
    pages = []
    for number, paragraphs in enumerate((_REPORT[:4], _REPORT[4:]), 11):
        printed = [
            Print(72, 750, "North Pier: Report of the Inspection", 9),
            Print(300, 40, f"{number}", 9),
        ]
        if number == 11:
            printed.append(Print(72, 700, "3. What the divers found", 18, "bold"))
        for left, at in ((72, 0), (320, 2)):
            top = 660.0
            for words in paragraphs[at : at + 2]:
                lines = block(words, top, left=left, letters=36, indent=12)
                printed += lines
                top = lines[-1].bottom - 14
        pages.append(printed)
    return pdf(
        pages,
        information={"Title": "North Pier: Report of the Inspection", "Author": "Harbour Board"},
        labels="0 << /S /D /St 11 >>",
        outline=(("3. What the divers found", 0),),
    )


def _novel() -> bytes:
    chapters = {
        f"c{number}.xhtml": f"<h1>{number}. {title}</h1>"
        + "".join(f"<p>{words}</p>" for words in paragraphs)
        for number, (title, paragraphs) in enumerate(_CHAPTERS.items(), 1)
    }
    links = "".join(
        f'<li><a href="c{number}.xhtml">{number}. {title}</a></li>'
        for number, title in enumerate(_CHAPTERS, 1)
    )
    nav = (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f'<body><nav epub:type="toc"><ol>{links}</ol></nav></body></html>'
    )
    return book(
        chapters,
        manifest='<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" '
        'properties="nav"/>',
        metadata="<dc:title>The Salt Road</dc:title><dc:creator>M. A. Feldt</dc:creator>",
        more={"EPUB/nav.xhtml": nav},
    )
