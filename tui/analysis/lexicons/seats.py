"""Capitals and buildings that stand for a government, as in "Moscow denied it"."""

from __future__ import annotations

_CAPITALS = """
Abu Dhabi|United Arab Emirates
Abuja|Nigeria
Accra|Ghana
Addis Ababa|Ethiopia
Algiers|Algeria
Amman|Jordan
Ankara|Turkey
Antananarivo|Madagascar
Ashgabat|Turkmenistan
Asmara|Eritrea
Astana|Kazakhstan
Asuncion|Paraguay
Athens|Greece
Baghdad|Iraq
Baku|Azerbaijan
Bamako|Mali
Bangkok|Thailand
Bangui|Central African Republic
Beijing|China
Beirut|Lebanon
Belgrade|Serbia
Berlin|Germany
Bern|Switzerland
Bishkek|Kyrgyzstan
Bogota|Colombia
Bogotá|Colombia
Bonn|Germany
Brasilia|Brazil
Bratislava|Slovakia
Brazzaville|Congo
Brussels|European Union
Bucharest|Romania
Budapest|Hungary
Buenos Aires|Argentina
Bujumbura|Burundi
Cairo|Egypt
Canberra|Australia
Caracas|Venezuela
Chisinau|Moldova
Colombo|Sri Lanka
Conakry|Guinea
Copenhagen|Denmark
Dakar|Senegal
Damascus|Syria
Dar es Salaam|Tanzania
Delhi|India
Dhaka|Bangladesh
Dili|East Timor
Djibouti City|Djibouti
Doha|Qatar
Dublin|Ireland
Dushanbe|Tajikistan
Freetown|Sierra Leone
Gaborone|Botswana
Georgetown|Guyana
Guatemala City|Guatemala
Hanoi|Vietnam
Harare|Zimbabwe
Havana|Cuba
Helsinki|Finland
Islamabad|Pakistan
Jakarta|Indonesia
Jerusalem|Israel
Juba|South Sudan
Kabul|Afghanistan
Kampala|Uganda
Kathmandu|Nepal
Khartoum|Sudan
Kiev|Ukraine
Kigali|Rwanda
Kingston|Jamaica
Kinshasa|Congo
Kuala Lumpur|Malaysia
Kyiv|Ukraine
La Paz|Bolivia
Libreville|Gabon
Lilongwe|Malawi
Lima|Peru
Lisbon|Portugal
Ljubljana|Slovenia
London|United Kingdom
Luanda|Angola
Lusaka|Zambia
Luxembourg City|Luxembourg
Madrid|Spain
Managua|Nicaragua
Manama|Bahrain
Manila|Philippines
Maputo|Mozambique
Mexico City|Mexico
Minsk|Belarus
Mogadishu|Somalia
Monrovia|Liberia
Montevideo|Uruguay
Moscow|Russia
Muscat|Oman
Nairobi|Kenya
Naypyidaw|Myanmar
New Delhi|India
Niamey|Niger
Nicosia|Cyprus
Nouakchott|Mauritania
Nur-Sultan|Kazakhstan
Oslo|Norway
Ottawa|Canada
Ouagadougou|Burkina Faso
Panama City|Panama
Paris|France
Phnom Penh|Cambodia
Podgorica|Montenegro
Port-au-Prince|Haiti
Prague|Czech Republic
Pretoria|South Africa
Pristina|Kosovo
Pyongyang|North Korea
Quito|Ecuador
Rabat|Morocco
Reykjavik|Iceland
Riga|Latvia
Riyadh|Saudi Arabia
Rome|Italy
San Jose|Costa Rica
San Salvador|El Salvador
Sanaa|Yemen
Santiago|Chile
Santo Domingo|Dominican Republic
Sarajevo|Bosnia and Herzegovina
Seoul|South Korea
Skopje|North Macedonia
Sofia|Bulgaria
Stockholm|Sweden
Taipei|Taiwan
Tallinn|Estonia
Tashkent|Uzbekistan
Tbilisi|Georgia
Tegucigalpa|Honduras
Tehran|Iran
Teheran|Iran
Thimphu|Bhutan
Tirana|Albania
Tokyo|Japan
Tripoli|Libya
Tunis|Tunisia
Ulaanbaatar|Mongolia
Vienna|Austria
Vientiane|Laos
Vilnius|Lithuania
Warsaw|Poland
Washington|United States
Washington DC|United States
Washington D.C.|United States
Wellington|New Zealand
Windhoek|Namibia
Yaounde|Cameroon
Yerevan|Armenia
Zagreb|Croatia
"""

_BUILDINGS = """
Kremlin|government of Russia
Downing Street|government of the United Kingdom
10 Downing Street|government of the United Kingdom
No 10|government of the United Kingdom
Whitehall|government of the United Kingdom
Westminster|parliament of the United Kingdom
Holyrood|parliament of Scotland
Stormont|government of Northern Ireland
White House|president of the United States
Oval Office|president of the United States
Capitol Hill|congress of the United States
Elysee|president of France
Élysée|president of France
Elysee Palace|president of France
Élysée Palace|president of France
Quai d'Orsay|foreign ministry of France
Matignon|government of France
Blue House|president of South Korea
Zhongnanhai|government of China
Bankova|president of Ukraine
Palazzo Chigi|government of Italy
Quirinale|president of Italy
Moncloa|government of Spain
Casa Rosada|president of Argentina
Planalto|government of Brazil
Buckingham Palace|crown of the United Kingdom
"""


def _pairs(table: str) -> dict[str, str]:
    return dict(line.split("|") for line in table.strip().splitlines())


CAPITALS: dict[str, str] = _pairs(_CAPITALS)
"""Seats of government as they are written, with the country (or union) they may stand for."""

BUILDINGS: dict[str, str] = _pairs(_BUILDINGS)
"""Buildings and streets, with the body they may stand for."""


def seat_of(name: str) -> str | None:
    """What a seat of government may stand for ("government of Russia"); `None` for no seat."""
    country = CAPITALS.get(name)
    if country is None:
        return BUILDINGS.get(name)
    if country == "European Union":
        return "institutions of the European Union"
    has_article = country.startswith(("United ", "Central African ", "Dominican ", "Czech "))
    has_article = has_article or country == "Philippines"
    return f"government of {'the ' if has_article else ''}{country}"
