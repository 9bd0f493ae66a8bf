"""Countries and regions of the world: other names, adjectives and peoples.

One row each: `name | other names | adjectives | peoples`. The plural of an adjective in
-n or -i ("Russians", "Iraqis") is a people without being listed. Short forms that are
also ordinary words ("us", "it") only count in the case given here.
"""

from __future__ import annotations

from typing import NamedTuple

_TABLE = """
Afghanistan||Afghan|
Albania||Albanian|
Algeria||Algerian|
Andorra||Andorran|
Angola||Angolan|
Antigua and Barbuda|Antigua|Antiguan|
Argentina|Argentine Republic|Argentine,Argentinian|Argentines
Armenia||Armenian|
Australia||Australian|Aussies
Austria||Austrian|
Azerbaijan||Azerbaijani,Azeri|
Bahamas|The Bahamas|Bahamian|
Bahrain||Bahraini|
Bangladesh||Bangladeshi|
Barbados||Barbadian|
Belarus|Byelorussia|Belarusian,Belarussian|
Belgium||Belgian|
Belize||Belizean|
Benin||Beninese|
Bhutan||Bhutanese|
Bolivia||Bolivian|
Bosnia and Herzegovina|Bosnia,Bosnia-Herzegovina|Bosnian|
Botswana||Botswanan|
Brazil||Brazilian|
Brunei||Bruneian|
Bulgaria||Bulgarian|
Burkina Faso||Burkinabe|
Burundi||Burundian|
Cambodia||Cambodian|
Cameroon||Cameroonian|
Canada||Canadian|
Cape Verde|Cabo Verde|Cape Verdean|
Central African Republic||Central African|
Chad||Chadian|
Chile||Chilean|
China|People's Republic of China,PRC|Chinese|
Colombia||Colombian|
Comoros||Comorian|
Congo|Democratic Republic of Congo,Democratic Republic of the Congo,DR Congo,DRC|Congolese|
Costa Rica||Costa Rican|
Croatia||Croatian|Croats
Cuba||Cuban|
Cyprus||Cypriot|Cypriots
Czech Republic|Czechia|Czech|Czechs
Denmark||Danish|Danes
Djibouti||Djiboutian|
Dominica|||
Dominican Republic||Dominican|
East Timor|Timor-Leste|Timorese|
Ecuador||Ecuadorian,Ecuadorean|
Egypt||Egyptian|
El Salvador||Salvadoran,Salvadorean|
Equatorial Guinea||Equatorial Guinean|
Eritrea||Eritrean|
Estonia||Estonian|
Eswatini|Swaziland|Swazi|
Ethiopia||Ethiopian|
Fiji||Fijian|
Finland||Finnish|Finns
France||French|Frenchmen
Gabon||Gabonese|
Gambia|The Gambia|Gambian|
Georgia||Georgian|
Germany|Federal Republic of Germany|German|
Ghana||Ghanaian|
Greece||Greek|Greeks
Grenada||Grenadian|
Guatemala||Guatemalan|
Guinea||Guinean|
Guinea-Bissau|||
Guyana||Guyanese|
Haiti||Haitian|
Honduras||Honduran|
Hong Kong||Hongkonger|Hongkongers
Hungary||Hungarian|
Iceland||Icelandic|Icelanders
India||Indian|
Indonesia||Indonesian|
Iran|Islamic Republic of Iran|Iranian|
Iraq||Iraqi|
Ireland|Republic of Ireland|Irish|Irishmen
Israel||Israeli|
Italy||Italian|
Ivory Coast|Cote d'Ivoire,Côte d'Ivoire|Ivorian|
Jamaica||Jamaican|
Japan||Japanese|
Jordan||Jordanian|
Kazakhstan||Kazakh|Kazakhs
Kenya||Kenyan|
Kiribati|||
Kosovo||Kosovan,Kosovar|Kosovars
Kuwait||Kuwaiti|
Kyrgyzstan||Kyrgyz|
Laos||Laotian,Lao|
Latvia||Latvian|
Lebanon||Lebanese|
Lesotho||Basotho|
Liberia||Liberian|
Libya||Libyan|
Liechtenstein|||Liechtensteiners
Lithuania||Lithuanian|
Luxembourg||Luxembourgish|Luxembourgers
Madagascar||Malagasy|
Malawi||Malawian|
Malaysia||Malaysian|
Maldives|The Maldives|Maldivian|
Mali||Malian|
Malta||Maltese|
Marshall Islands||Marshallese|
Mauritania||Mauritanian|
Mauritius||Mauritian|
Mexico||Mexican|
Micronesia||Micronesian|
Moldova||Moldovan|
Monaco||Monegasque|
Mongolia||Mongolian|
Montenegro||Montenegrin|Montenegrins
Morocco||Moroccan|
Mozambique||Mozambican|
Myanmar|Burma|Burmese|
Namibia||Namibian|
Nauru||Nauruan|
Nepal||Nepalese,Nepali|
Netherlands|The Netherlands,Holland|Dutch|Dutchmen
New Zealand|NZ|New Zealander|New Zealanders,Kiwis
Nicaragua||Nicaraguan|
Niger||Nigerien|Nigeriens
Nigeria||Nigerian|
North Korea|N. Korea,DPRK,Democratic People's Republic of Korea,N. Korea|North Korean|
North Macedonia|Macedonia|Macedonian|
Norway||Norwegian|
Oman||Omani|
Pakistan||Pakistani|
Palau||Palauan|
Palestine|Palestinian Territories|Palestinian|
Panama||Panamanian|
Papua New Guinea||Papuan|
Paraguay||Paraguayan|
Peru||Peruvian|
Philippines|The Philippines|Philippine,Filipino|Filipinos
Poland||Polish|Poles
Portugal||Portuguese|
Puerto Rico||Puerto Rican|
Qatar||Qatari|
Romania||Romanian|
Russia|Russian Federation|Russian|
Rwanda||Rwandan|
Saint Lucia|St Lucia,St. Lucia|Saint Lucian|
Samoa||Samoan|
San Marino|||
Saudi Arabia|KSA|Saudi,Saudi Arabian|
Senegal||Senegalese|
Serbia||Serbian|Serbs
Seychelles|The Seychelles|Seychellois|
Sierra Leone||Sierra Leonean|
Singapore||Singaporean|
Slovakia||Slovak,Slovakian|Slovaks
Slovenia||Slovenian,Slovene|Slovenes
Solomon Islands|||Solomon Islanders
Somalia||Somali|
South Africa|S. Africa|South African|
South Korea|S. Korea,Republic of Korea,Korea Republic,ROK,S. Korea|South Korean|
South Sudan||South Sudanese|
Soviet Union|USSR,U.S.S.R.|Soviet|Soviets
Spain||Spanish|Spaniards
Sri Lanka||Sri Lankan|
Sudan||Sudanese|
Suriname||Surinamese|
Sweden||Swedish|Swedes
Switzerland||Swiss|
Syria||Syrian|
Taiwan|Republic of China|Taiwanese|
Tajikistan||Tajik|Tajiks
Tanzania||Tanzanian|
Thailand||Thai|
Tibet||Tibetan|
Togo||Togolese|
Tonga||Tongan|
Trinidad and Tobago|Trinidad|Trinidadian|
Tunisia||Tunisian|
Turkey|Türkiye,Turkiye|Turkish|Turks
Turkmenistan||Turkmen|
Tuvalu||Tuvaluan|
Uganda||Ugandan|
Ukraine||Ukrainian|
United Arab Emirates|UAE,U.A.E.|Emirati|
United Kingdom|UK,U.K.,Britain,Great Britain|British,UK-based|Britons,Brits
United States|US,U.S.,USA,U.S.A.,United States of America,America|American,US-based|
Uruguay||Uruguayan|
Uzbekistan||Uzbek|Uzbeks
Vanuatu|||
Vatican City|Vatican|Vatican|
Venezuela||Venezuelan|
Vietnam|Viet Nam|Vietnamese|
Yemen||Yemeni|
Yugoslavia||Yugoslav,Yugoslavian|Yugoslavs
Zambia||Zambian|
Zimbabwe||Zimbabwean|
England||English|Englishmen
Scotland||Scottish,Scots|Scotsmen
Wales||Welsh|Welshmen
Northern Ireland|N. Ireland|Northern Irish|
Crimea||Crimean|
Chechnya|Chechen Republic|Chechen|Chechens
Catalonia||Catalan|
Greenland||Greenlandic|Greenlanders
Africa||African|
Asia||Asian|
Europe||European|
Latin America||Latin American|
North America||North American|
South America||South American|
Central America||Central American|
Middle East|Mideast|Middle Eastern|
Scandinavia||Scandinavian|
the West||Western|Westerners
"""


class Country(NamedTuple):
    """A country or region."""

    name: str
    """What it is indexed under when the text gives no fuller name."""
    names: tuple[str, ...]
    """Its name and the other names for it."""


def _rows() -> list[tuple[Country, list[str], list[str]]]:
    rows = []
    for line in _TABLE.strip().splitlines():
        name, others, adjectives, peoples = line.split("|")
        name = name.removeprefix("the ")
        names = (name, *filter(None, others.split(",")))
        adjective_list = [word for word in adjectives.split(",") if word]
        people_list = [word for word in peoples.split(",") if word]
        people_list += [f"{word}s" for word in adjective_list if word[-1] in "ni"]
        rows.append((Country(name, names), adjective_list, people_list))
    return rows


_ROWS = _rows()

PLACE_NAMES: dict[str, Country] = {name: place for place, _, _ in _ROWS for name in place.names}
"""Every name as it is written, with its place."""

ADJECTIVES: dict[str, Country] = {word: place for place, words, _ in _ROWS for word in words}
"""Every adjective as it is written, with its place."""

PEOPLES: dict[str, Country] = {word: place for place, _, words in _ROWS for word in words}
"""Every plural name of a people, with its place."""

AMBIGUOUS = frozenset({"Georgia", "Jordan", "Chad", "West", "Dominica", "Niger", "Turkey"})
"""Names that are also given names, family names or something else: the parser decides."""

LONGEST_NAME = 6
"""Tokens of the longest name in the table."""
