"""Nouns that say what kind of thing a name beside them names, and words inside names.

Classes only, from general knowledge, in lower case where not said otherwise.
"""

from __future__ import annotations

from tui.analysis.lexicons import words

WORK_NOUNS = words(
    """
    film movie novel album single song sitcom musical memoir documentary thriller blockbuster
    comedy-drama biopic soundtrack ballad anthem poem opera ballet drama series show programme
    soap game videogame hit sequel prequel remake bestseller mini-series miniseries cartoon
    screenplay shooter book play novella poem franchise trilogy memoirs
    """
)
"""What stands before the name of a work: "the film"."""
PRODUCT_NOUNS = words(
    """
    browser console drug vaccine virus worm trojan smartphone handset tablet laptop app software
    rocket missile jet airliner helicopter spacecraft spaceship probe rover satellite lander ship
    ferry yacht tanker trawler submarine frigate destroyer warship schooner supercomputer
    processor chip robot hatchback saloon minivan malware ransomware cryptocurrency painkiller
    antidepressant pesticide program technology system tool device gadget
    plug-in spyware
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
    carriers lenders carmakers insurers unions supermarkets giants unit arm division website
    site journal paper tabloid band quartet orchestra militia cartel consortium
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
    **dict.fromkeys(
        words(
            """
            films movies novels albums songs sitcoms games shows series blockbusters hits dramas
            comedies musicals thrillers operas plays classics bestsellers sequels titles
            programmes soaps cartoons singles books
            """
        ),
        "WORK",
    ),
    **dict.fromkeys(
        words(
            """
            browsers consoles drugs vaccines viruses apps phones ships worms trojans gadgets
            painkillers smartphones tablets processors
            """
        ),
        "PRODUCT",
    ),
    **dict.fromkeys(
        words(
            """
            firms companies banks airlines retailers charities lenders carmakers insurers brewers
            publishers unions supermarkets broadcasters newspapers clubs carriers groups giants
            developers manufacturers makers rivals suppliers operators
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
FIRM_RESULTS = words(
    """
    profit profits loss losses revenue revenues earnings turnover dividend sales takeover merger
    bankruptcy
    """
)
"""What a firm posts, makes, seeks or agrees."""
DONE_BY_FIRMS = words(
    """
    launch sell buy acquire manufacture operate unveil merge hire employ supply offer invest
    expand outsource relaunch restructure
    """
)
"""What a firm does more often than a person, and no place."""
HELD_IN_FIRMS = words("stake shares stock takeover acquisition subsidiary arm unit shareholders")
"""What stands before "in" or "of" and the name of a firm."""
SHOWN_OF_WORKS = words("episode episodes cast sequel remake adaptation soundtrack")
"""What stands before "of" or "to" and the name of a work."""
FIRM_OFFICES = words("founder co-founder ceo chairman executive spokesman spokeswoman shareholders")
"""Who stands before "of" and the name of a firm or body."""
TRADES = words("maker producer supplier operator exporter importer refiner miner builder lender")
"""What a firm is the largest of in a country."""
QUOTED = words(
    "rise fall gain lose drop climb shed slip jump add slide surge tumble soar plunge ease"
)
"""What the shares of a firm do by so many percent."""
STUDIED = words("survey poll research study figures")
"""What is made by a firm or a body."""
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
    Prize Award Awards Recession Rebellion Intifada Genocide Massacre
    """
)
"""Last words of the names of events."""
WORK_ENDINGS = words("Show Chronicles Diaries Diary Trilogy Symphony Concerto Rhapsody Suite Saga")
"""Last words of the names of works."""
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
    Networks Markets Semiconductor Microsystems Instruments Enterprises Ventures Brands Resources
    Herald Tribune Gazette Chronicle Telegraph Globe
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
    **dict.fromkeys(("Air Force One", "Google Earth", "Skype", "TiVo"), "PRODUCT"),
    **dict.fromkeys(("PlayStation", "Gmail", "Firefox", "Internet Explorer"), "PRODUCT"),
    "Number 10": "PLACE",
    **dict.fromkeys(
        ("Sunday Times", "Sunday Telegraph", "Sunday Mirror", "Sunday Express", "Sunday Herald"),
        "ORG",
    ),
    **dict.fromkeys(
        ("BBC One", "BBC Two", "BBC Three", "BBC Four", "Channel Four", "Channel Five"),
        "ORG",
    ),
    **dict.fromkeys(("Daily Beast", "Daily Mail", "Daily Mirror", "Daily Express"), "ORG"),
    **dict.fromkeys(("Bible", "Koran", "Quran", "Torah"), "WORK"),
    **dict.fromkeys(("FTSE", "Nasdaq", "Dow Jones", "Labour", "Labour Party"), "ORG"),
    **dict.fromkeys(("Labour party", "Conservative party", "New Labour"), "ORG"),
    **dict.fromkeys(("G7", "G8", "G20", "G-7", "G-8", "G-20"), "ORG"),
    **dict.fromkeys(
        words(
            """
            Yahoo Verizon Vodafone AT&T Nokia Ericsson Motorola Siemens Philips Sony Nintendo Sega
            Panasonic Toshiba Hitachi Fujitsu Nissan Renault Peugeot Fiat BMW Mercedes Volvo Saab
            Porsche Ferrari Honda Mazda Hyundai Kia Chrysler Lufthansa Ryanair EasyJet Easyjet
            Qantas Aeroflot Alitalia Varig Exxon Chevron Yukos Lukoil Statoil Petrobras Pemex
            Tesco Asda Morrisons Waitrose Ikea IKEA Carrefour Walmart Wal-Mart Costco Starbucks
            Heineken Carlsberg Guinness Diageo Nestle Unilever Danone Pepsi PepsiCo Pfizer Merck
            Novartis Roche AstraZeneca GlaxoSmithKline Bayer Citigroup HSBC Barclays UBS Enron
            WorldCom Worldcom Intel IBM Oracle Cisco Dell Adobe Spotify Uber Airbnb PayPal Pixar
            Disney Viacom Bertelsmann Vivendi Reuters Bloomberg Politico POLITICO Newsweek Breitbart
            Ofcom Icann Unison Oxfam Paypal MI5 MI6 GCHQ KGB Mossad
            """
        ),
        "ORG",
    ),
    **dict.fromkeys(
        (
            "Windows Vista",
            "Mac OS X",
            "WiFi",
            "Wi-Fi",
            "Bluetooth",
            "World Wide Web",
            "BlackBerry",
            "Blackberry",
        ),
        "PRODUCT",
    ),
    **dict.fromkeys(("Grand Slam", "Great Recession", "Great Depression"), "EVENT"),
    **dict.fromkeys(
        words(
            """
            Islam Latino Latinos Hispanic Hispanics Gypsy Gypsies Roma Hutu Hutus Tutsi Tutsis Kurd
            Kurds Tamil Tamils Pashtun Pashtuns Sherpas Gurkhas Whig Whigs Catholics Protestants
            Mormons Sikhs Hindus Jews Muslims Zulu Nazi Nazis Zulus Xhosa Maori Inuit Serbs
            Croats Bosniaks Uighurs Uyghurs Rohingya Yazidis Sunnis Shiites Alawites
            """
        ),
        "GROUP",
    ),
    **dict.fromkeys(
        words(
            """
            Obama Trump Clinton Putin Merkel Netanyahu Biden Zelensky Reagan Thatcher Gorbachev
            Sanders Rubio Romney Kasich McCain Blair Corbyn Sarkozy Berlusconi Erdogan Modi Macron
            Hitler Stalin Lenin Mandela Gandhi Mao Yeltsin Arafat Saddam
            """
        ),
        "PERSON",
    ),
    **dict.fromkeys(("House of Lords", "Commons", "Medicare", "Medicaid", "Obamacare"), "ORG"),
    "Constitution": "LAW",
    **dict.fromkeys(("Congress", "Senate", "Parliament", "House of Commons"), "ORG"),
    **dict.fromkeys(("Tory", "Lib Dem"), "GROUP"),
}
"""A few names that are everywhere and that the model takes for others."""
UNMISSED = frozenset({"Brexit", "Covid-19", "COVID-19", "Covid"})
"""Those that are names wherever they stand."""
