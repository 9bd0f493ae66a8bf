"""Nouns that say what kind of thing a name beside them names, and words inside names.

Classes only, from general knowledge, in lower case where not said otherwise.
"""

from __future__ import annotations

from tui.analysis.lexicons import words

WORK_NOUNS = words(
    """
    film movie novel album single song sitcom musical memoir documentary thriller blockbuster
    comedy-drama biopic soundtrack ballad anthem poem opera ballet drama series show programme
    soap game videogame hit sequel prequel remake bestseller
    """
)
"""What stands before the name of a work: "the film"."""
PRODUCT_NOUNS = words(
    """
    browser console drug vaccine virus worm trojan smartphone handset tablet laptop app software
    rocket missile jet airliner helicopter spacecraft spaceship probe rover satellite lander ship
    ferry yacht tanker trawler submarine frigate destroyer warship schooner supercomputer
    processor chip robot hatchback saloon minivan malware ransomware cryptocurrency painkiller
    antidepressant pesticide
    """
)
"""What stands before the name of a product or a vessel: "the browser"."""
EVENT_NOUNS = words("festival tournament championship hurricane typhoon cyclone")
"""What stands before the name of an event."""
BODY_NOUNS_BEFORE = words(
    """
    agency newspaper daily weekly magazine broadcaster club team company firm bank airline
    group party carmaker automaker retailer publisher charity manufacturer brokerage lender
    insurer supermarket chain start-up startup giant watchdog regulator think-tank union
    studio label brewery drugmaker subsidiary planemaker chipmaker conglomerate consultancy
    carrier newspapers broadcasters clubs banks airlines firms companies retailers charities
    carriers lenders carmakers insurers unions supermarkets giants
    """
)
"""What stands before the name of an organisation or in apposition: "the news agency"."""
MAKERS = words(
    """
    maker makers developer operator supplier builder housebuilder brewer brewers distributor
    distiller bookmaker
    """
)
"""What organisations and persons are called alike."""
LISTED_NOUNS: dict[str, str] = {
    **dict.fromkeys(words("films movies novels albums songs sitcoms games shows series"), "WORK"),
    **dict.fromkeys(words("browsers consoles drugs vaccines viruses apps phones ships"), "PRODUCT"),
    **dict.fromkeys(
        words(
            """
            firms companies banks airlines retailers charities lenders carmakers insurers brewers
            publishers unions supermarkets broadcasters newspapers clubs carriers groups giants
            """
        ),
        "ORG",
    ),
    **dict.fromkeys(words("cities towns villages countries states nations islands"), "PLACE"),
    **dict.fromkeys(
        words("actors actresses singers writers authors politicians stars artists"),
        "PERSON",
    ),
}
"""Plurals before "such as", "like" or "including" and names, with the type of these."""
OWNED_BY_FIRMS = words(
    """
    profits profit sales shares stock revenue revenues earnings turnover shareholders customers
    investors takeover acquisition subsidiary board chairman ceo directors operations products
    losses dividend creditors workforce factories plants stores fleet website service services
    """
)
"""What a firm has, behind "Tarvo's"."""
EVENT_ENDINGS = words(
    """
    Festival Cup Championship Championships Tournament Games Olympics Paralympics Marathon
    Regatta Derby Carnival Bowl War Masters Trophy Summit Biennale Revolution Uprising Holocaust
    """
)
"""Last words of the names of events."""
LAW_ENDINGS = words("Act Bill Amendment Protocol Constitution Pact Directive Regulation Code")
"""Last words of the names of laws."""
LAW_WORDS = LAW_ENDINGS | words(
    """
    Section Article Chapter Title Rule Treaty Convention Accord Agreement Resolution Charter
    Declaration Law Laws Partnership Plan Statute Ordinance Rights Proposition Measure Clause
    Order v. vs. v vs Acts Bills Constitutional Magna Prop. Code Schedule Regulations
    """
)
"""A name that the model takes for a law and that has none of them is none."""
TEAM_ENDINGS = words(
    """
    United Rovers Wanderers Athletic Albion Hotspur Wednesday Forest Celtic Academical Thistle
    Orient Argyle Harriers Saracens Wasps
    """
)
"""Last words of the names of clubs, behind a place."""
CITY_TEAMS = words("City County Town Villa")
"""The same, only behind a city: "Texas City" is a city."""
FIRM_ENDINGS = words(
    """
    Foods Music Report Studios Entertainment Records Radio Television TV Energy Oil Gas Steel
    Insurance Capital Securities Media Software Electronics Telecom Communications Stores
    Breweries Pictures Films Productions Research Solutions International Consulting Bros Labs
    Wireless Airlines Petroleum Chemicals Aerospace Automotive Financial Investments Advisors
    Interactive Publishing Properties Logistics Healthcare Therapeutics Biotech Analytics
    Networks Semiconductor Microsystems Instruments Enterprises Ventures Brands Resources
    Rugby Orchestra Choir Regiment Brigade Battalion Squadron
    """
)
"""Further last words of the names of firms and bodies."""
KNOWN_NAMES: dict[str, str] = {
    **dict.fromkeys(
        ("Brexit", "World War I", "World War II", "World War One", "World War Two", "WWI", "WWII"),
        "EVENT",
    ),
    **dict.fromkeys(("Covid-19", "COVID-19", "Covid", "Covid 19", "COVID"), "EVENT"),
    **dict.fromkeys(("Super Bowl", "Super Tuesday", "Olympics", "Oscars", "Grammys"), "EVENT"),
    **dict.fromkeys(("Bafta", "Baftas", "Emmy", "Emmys", "Grammy", "Golden Globes"), "EVENT"),
    **dict.fromkeys(("Olympic", "Paralympic", "Olympic Games", "Commonwealth Games"), "EVENT"),
    **dict.fromkeys(("Windows", "Linux", "Android", "iPhone", "iPad", "iPod", "Xbox"), "PRODUCT"),
    **dict.fromkeys(("PlayStation", "Gmail", "Firefox", "Internet Explorer"), "PRODUCT"),
    **dict.fromkeys(("Bible", "Koran", "Quran", "Torah"), "WORK"),
    **dict.fromkeys(("FTSE", "Nasdaq", "Dow Jones", "Labour", "Labour Party"), "ORG"),
    **dict.fromkeys(("G7", "G8", "G20", "G-7", "G-8", "G-20"), "ORG"),
    **dict.fromkeys(("Congress", "Senate", "Parliament", "House of Commons"), "ORG"),
    **dict.fromkeys(("Tory", "Tories", "Lib Dem", "Lib Dems"), "GROUP"),
}
"""A few names that are everywhere and that the model takes for others."""
UNMISSED = frozenset({"Brexit", "Covid-19", "COVID-19", "Covid"})
"""Those that are names wherever they stand."""
