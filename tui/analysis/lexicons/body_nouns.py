"""Well-known organisations: their acronym, full name, and the noun a text calls them by.

One row each: `names | noun`. The names are compared without case and dots, so that
"Nato" and "NATO" are one; the nouns say which role phrases ("the alliance") may mean it.
"""

from __future__ import annotations

_TABLE = """
NATO,North Atlantic Treaty Organization,North Atlantic Treaty Organisation|alliance
EU,European Union|bloc,union
UN,United Nations|organisation,organization
AU,African Union|bloc,union
ASEAN,Association of Southeast Asian Nations|bloc
OPEC,Organization of the Petroleum Exporting Countries|cartel,group
OSCE,Organization for Security and Co-operation in Europe|organisation,organization
WHO,World Health Organization,World Health Organisation|agency,organisation,organization
IMF,International Monetary Fund|fund,lender
World Bank|bank,lender
WTO,World Trade Organization,World Trade Organisation|organisation,organization
IAEA,International Atomic Energy Agency|agency,watchdog
UNHCR,United Nations High Commissioner for Refugees|agency
UNICEF,United Nations Children's Fund|agency
UNESCO,United Nations Educational Scientific and Cultural Organization|agency
ECB,European Central Bank|bank
Fed,Federal Reserve,US Federal Reserve,Federal Reserve Board|bank
BBC,British Broadcasting Corporation|broadcaster,corporation
ICC,International Criminal Court|court
ICRC,International Committee of the Red Cross|organisation,organization
FBI,Federal Bureau of Investigation|bureau,agency
CIA,Central Intelligence Agency|agency
NSA,National Security Agency|agency
FDA,Food and Drug Administration|agency,regulator
EPA,Environmental Protection Agency|agency
SEC,Securities and Exchange Commission|regulator,agency
NASA,National Aeronautics and Space Administration|agency
ESA,European Space Agency|agency
FIFA|federation
UEFA|federation
IOC,International Olympic Committee|committee
Republican Party,GOP|party
Democratic Party|party
Gazprom|company
Rosneft|company
Google|company
Facebook|company
YouTube|company
Twitter|company
Instagram|company
TikTok|company
WhatsApp|company
AOL,America Online|company
Microsoft|company
Apple|company
Amazon|company
Wikipedia|encyclopedia
Netflix|company
Tesla|company,carmaker
Boeing|company,planemaker
Airbus|company,planemaker
Toyota|company,carmaker
Volkswagen|company,carmaker
Samsung|company
Huawei|company
Pentagon|department
Scotland Yard|police
Interpol|agency
Europol|agency
CDC,Centers for Disease Control and Prevention,Centers for Disease Control|agency
Greenpeace|group
Conservative Party,Tories,Tory Party|party
Liberal Democrats,Lib Dems|party
JPMorgan,J.P. Morgan,JP Morgan,JPMorgan Chase,JP Morgan Chase,J.P. Morgan Chase|bank
Manchester United,Man Utd,Man United|club
Manchester City,Man City|club
House of Commons,Commons|house
Amnesty International|group
Human Rights Watch|group
Hamas|group,movement
Hezbollah,Hizbollah,Hizbullah|group,movement
Taliban|group,movement
Al-Qaeda,al-Qaeda,Al Qaeda,al Qaeda|group,network
Islamic State,ISIS,ISIL,Isis|group
Reuters|agency
Associated Press,AP|agency
Agence France-Presse,AFP|agency
Interfax|agency
TASS,Itar-Tass|agency
Xinhua|agency
Kyodo|agency
Yonhap|agency
Tanjug|agency
Al Jazeera,al-Jazeera|broadcaster
CNN|broadcaster,network
NBC|broadcaster,network
CBS|broadcaster,network
Fox News|broadcaster,network
Der Spiegel|magazine
Le Monde|newspaper
Financial Times|newspaper
"""


def _rows() -> list[tuple[tuple[str, ...], frozenset[str]]]:
    rows = []
    for line in _TABLE.strip().splitlines():
        names, _, nouns = line.partition("|")
        rows.append((tuple(names.split(",")), frozenset(nouns.split(","))))
    return rows


_ROWS = _rows()


def _fold(name: str) -> str:
    """A name as it is compared: case only tells "WHO" from "who", which the caller checks."""
    return name.replace(".", "").casefold()


BODIES: dict[str, str] = {_fold(name): names[0] for names, _ in _ROWS for name in names}
"""Every name in lower case without dots, with the first name of its row."""

BODY_NOUNS: dict[str, frozenset[str]] = {names[0]: nouns for names, nouns in _ROWS}
"""What a text calls each body, by the first name of its row."""
