"""Words that stand before a name without being part of it, and words that make a name.

Classes only: honorifics with the gender they tell, offices, their modifiers and
portfolios, kinds of organisation.
"""

from __future__ import annotations

from tui.analysis.lexicons import words

HONORIFICS: dict[str, str | None] = {
    **dict.fromkeys(("mr", "sir", "lord", "mister", "monsieur", "herr", "señor"), "m"),
    **dict.fromkeys(("mrs", "ms", "miss", "lady", "dame", "madam", "madame", "frau"), "f"),
    **dict.fromkeys(
        ("dr", "prof", "professor", "rev", "reverend", "hon", "rt", "sen", "rep"), None
    ),
    **dict.fromkeys(
        ("pres", "gov", "gen", "col", "lt", "capt", "sgt", "cpl", "pvt", "adm", "cmdr"), None
    ),
    **dict.fromkeys(("messrs", "mx", "sheikh", "ayatollah", "mullah", "imam"), None),
}
"""Honorifics and abbreviated ranks, without their dot; with the gender they tell."""

RANKS = words("pres sen rep gov gen col lt capt sgt cpl adm cmdr prof professor rev reverend")
"""The honorifics that are offices and ranks."""

OFFICES = words(
    """
    president premier minister chancellor secretary ambassador envoy senator congressman
    congresswoman representative governor mayor councillor councilman councilwoman alderman
    commissioner prosecutor attorney judge justice magistrate sheriff king queen prince princess
    duke duchess earl baron baroness emperor empress sultan emir pope cardinal archbishop bishop
    priest pastor rabbi father sister brother general colonel major captain lieutenant sergeant
    corporal admiral commander marshal brigadier private officer constable inspector detective
    superintendent chief head leader director chairman chairwoman chair chairperson ceo cfo coo
    cto executive founder co-founder owner manager boss spokesman spokeswoman spokesperson
    economist analyst strategist researcher scientist professor lecturer doctor lawyer
    solicitor barrister author writer novelist poet journalist reporter columnist editor
    correspondent broadcaster actor actress singer musician composer conductor artist painter
    producer filmmaker designer architect engineer coach striker goalkeeper
    midfielder defender player champion astronaut activist campaigner adviser advisor
    aide deputy treasurer speaker lawmaker legislator mp msp mep candidate nominee
    frontrunner incumbent ombudsman negotiator diplomat official expert specialist historian
    philosopher physicist chemist biologist psychologist billionaire entrepreneur
    businessman businesswoman member investor trader banker consultant principal headteacher teacher
    comedian driver rapper footballer golfer cyclist sprinter swimmer boxer jockey chef nurse
    surgeon physician psychiatrist therapist dentist paediatrician pediatrician allergist
    geographer geologist astronomer mathematician sociologist anthropologist archaeologist
    environmentalist tycoon magnate financier pollster organizer organiser blogger
    photographer cinematographer illustrator dancer choreographer playwright screenwriter
    dramatist presenter newsreader quarterback winger batsman bowler pitcher trainer farmer
    neurologist cardiologist epidemiologist virologist criminologist ecologist zoologist
    botanist climatologist meteorologist theologian bassist guitarist drummer vocalist pianist
    violinist soprano tenor supermodel meteorologist publicist lobbyist curator librarian
    coordinator co-ordinator administrator president-elect vice-president co-author co-chair
    """
)
"""Nouns that name an office, a rank or a calling, in lower case."""

MODIFIERS = words(
    """
    deputy vice former ex acting interim senior junior chief first second prime assistant
    associate foreign interior home defence defense finance justice health education trade
    energy economy environment transport labour labor agriculture culture sports security
    national state federal regional local military police press party opposition majority
    minority house senate white parliamentary presidential royal grand top then late
    outgoing incoming elect under lead managing executive general joint special permanent
    longtime honorary principal political chancellor attorney supreme high crown lord fellow veteran
    lieutenant major brigadier rear district solicitor shadow republican democratic democrat
    """
)
"""Words that narrow an office down, in lower case."""

PORTFOLIOS = words(
    """
    State Defense Defence Finance Justice Health Education Trade Energy Economy Environment
    Transport Transportation Labour Labor Agriculture Culture Sports Security Interior Foreign
    Affairs Treasury Commerce Staff Homeland Veterans Housing Urban Development Services
    Arts Immigration Children Families Schools Skills Pensions Work Industry Regions Rural Food
    Media Sport Constitutional
    Exchequer Economics Science Technology Tourism Communications Infrastructure Information
    """
)
"""What a minister or secretary is responsible for."""

GENDERED_NOUNS: dict[str, str] = {
    **dict.fromkeys(
        words(
            """
            man boy father son brother husband uncle nephew grandfather grandson king prince duke
            chairman spokesman businessman congressman councilman gentleman lord emperor
            priest widower boyfriend policeman
            """
        ),
        "m",
    ),
    **dict.fromkeys(
        words(
            """
            woman girl mother daughter sister wife aunt niece grandmother granddaughter queen
            princess duchess chairwoman spokeswoman businesswoman congresswoman councilwoman
            actress lady empress widow girlfriend policewoman
            """
        ),
        "f",
    ),
}
"""Nouns that tell the gender of who they stand beside, in lower case."""

ORG_NOUNS = words(
    """
    Council Ministry Department Agency Bank University College School Institute Institution
    Commission Committee Organisation Organization Association Federation Union Party Group
    Company Corporation Corp Inc Ltd PLC plc LLC Co Court Parliament Congress Senate Assembly
    Foundation Fund Board Bureau Office Authority Service Alliance League Club Society Army Navy
    Force Guard Police Church Hospital Museum Times Post News Press Journal Forum Centre Center
    Network Coalition Front Movement Treaty Trust Partners Holdings Industries Airlines Airways
    Motors Pharmaceuticals Technologies Systems Laboratories Laboratory Administration
    Secretariat Cabinet Academy Observatory
    """
)
"""Nouns that end (or begin: "Bank of ...") the name of an organisation."""

PLACE_NOUNS = words(
    """
    Airport Arena Avenue Bay Beach Boulevard Bridge Building Canal Castle Cathedral Cemetery
    Coast County Creek Desert District Drive Forest Garden Gardens Gulf Harbor Harbour Hall
    Highway Hill Hills Hotel House Island Islands Lake Lane Mountain Mountains Ocean Palace
    Park Peninsula Plaza Port Prison Province Railway River Road Sea Square Stadium Station
    Meadows Heights Dam Falls Glacier Volcano Quay Pier
    Strait Street Theatre Theater Tower Town Tunnel Valley Village
    """
)
"""Nouns that end the name of a place or building; some also end other names."""

FAMILY_NAMES = words("Meadows Hill Hall Lane Lake Castle Street Rivers Bridge")
"""Those of them that people are called by as well."""

COMPANY_SUFFIXES = words(
    "Inc Inc. Corp Corp. Co Co. Ltd Ltd. PLC Plc plc LLC SA AG NV SE SpA GmbH AB ASA Oyj Bhd Pty"
)
"""Legal forms, left out when names are compared."""

POSTNOMINALS = words("FRS OBE MBE CBE KBE DBE QC KC MP MSP MEP PhD MD DPhil FRSE FBA VC GCB")
"""Honours and degrees behind a person's name, left out when names are compared."""
