"""States, provinces and cities that news names without saying where they are.

The capitals stand in `seats`. From general knowledge: the regions of the federal states
English news is written in, and the large cities of the world.
"""

from __future__ import annotations

from tui.analysis.lexicons import phrases, words

REGIONS = phrases(
    """
    Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida,
    Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland,
    Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada,
    New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma,
    Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah,
    Vermont, Virginia, West Virginia, Wisconsin, Wyoming, Ontario, Quebec, British Columbia,
    Alberta, Manitoba, Saskatchewan, Nova Scotia, New Brunswick, Newfoundland, New South Wales,
    Queensland, Tasmania, South Australia, Western Australia, Bavaria, Saxony, Brandenburg,
    Normandy, Brittany, Tuscany, Sicily, Sardinia, Lombardy, Andalusia, Galicia, Flanders,
    Wallonia, Siberia, Donbas, Donbass, Transnistria, Abkhazia, South Ossetia, Dagestan,
    Ingushetia, Kashmir, Punjab, Gujarat, Bihar, Kerala, Tamil Nadu, Maharashtra, Uttar Pradesh,
    Madhya Pradesh, Andhra Pradesh, Rajasthan, Karnataka, Telangana, Odisha, Orissa, Assam,
    Jharkhand, Haryana, West Bengal, Goa, Hesse, Lower Saxony, North Rhine-Westphalia, Thuringia,
    Galicia, Oaxaca, Chiapas, Michoacan, Guerrero, Sindh, Balochistan, Xinjiang,
    Sichuan, Guangdong, Yunnan, Hokkaido, Okinawa, Bali, Java, Sumatra, Mindanao, Luzon, Darfur,
    Kurdistan, Gaza, West Bank, Gaza Strip, Golan Heights, Sinai, Cornwall, Yorkshire, Lancashire,
    Cumbria, Northumberland, Essex, Kent, Surrey, Sussex, Norfolk, Suffolk, Devon, Dorset, Somerset,
    Hampshire, Wiltshire, Derbyshire, Nottinghamshire, Leicestershire, Northamptonshire,
    Warwickshire, Worcestershire, Gloucestershire, Staffordshire, Cheshire, Lincolnshire,
    Oxfordshire, Berkshire, Buckinghamshire, Hertfordshire, Bedfordshire, Cambridgeshire,
    Glamorgan, Nagorno-Karabakh, Ulster, Silicon Valley, Wall Street, Far East, Balkans, Baltics,
    Caucasus, Thames, Rhine, Danube, Nile, Seine, Volga, Euphrates, Tigris, Ganges, Mekong, Alps,
    Himalayas, Pyrenees, Andes, Rockies, Antarctic, Arctic, Sahara, Mediterranean, Caribbean,
    South Bank, Midlands
    """
)
"""Regions, rivers and mountains that are no countries, as they are written."""

CITIES = phrases(
    """
    Los Angeles, Chicago, Philadelphia, Phoenix, San Antonio, San Diego, San Francisco, Dallas,
    Detroit, Boston, Seattle, Denver, Baltimore, Milwaukee, Atlanta, Miami, Minneapolis,
    Cleveland, New Orleans, St. Louis, St Louis, Pittsburgh, Cincinnati, Las Vegas,
    Salt Lake City, Kansas City, New York City, Manhattan, Brooklyn, Hollywood, Sacramento,
    Memphis, Nashville, Honolulu, Toronto, Montreal, Vancouver, Calgary, Edmonton, Sydney,
    Melbourne, Brisbane, Perth, Adelaide, Auckland, Manchester, Liverpool, Birmingham, Leeds,
    Sheffield, Bristol, Newcastle, Nottingham, Leicester, Southampton, Portsmouth, Oxford,
    Cambridge, Glasgow, Aberdeen, Dundee, Belfast, Edinburgh, Cardiff, Swansea, Brighton,
    Plymouth, Exeter, Gloucester, Cheltenham, Swindon, Bournemouth, Southend, Ipswich, Norwich,
    Colchester, Chelmsford, Luton, Slough, Watford, Croydon, Woolwich, Wandsworth, Hillingdon,
    Lambeth, Southwark, Hackney, Islington, Tottenham, Brixton, Greenwich, Gateshead, Sunderland,
    Middlesbrough, Doncaster, Rotherham, Barnsley, Huddersfield, Keighley, Harrogate, Scarborough,
    Grimsby, Scunthorpe, Grantham, Peterborough, Coventry, Wolverhampton, Walsall, Stoke-on-Trent,
    Shrewsbury, Hereford, Stockport, Rochdale, Oldham, Wigan, Blackpool, Guildford, Basingstoke,
    Maidstone, Dover, Folkestone, Eastbourne, Wrexham, Aberystwyth, Inverness, Londonderry, Omagh,
    Limerick, Galway, Heathrow, Gatwick, Stansted, Baton Rouge, Des Moines, Tucson, Albuquerque,
    El Paso, Fort Worth, Tulsa, Omaha, Wichita, Orlando, Jacksonville, Tallahassee,
    Fort Lauderdale, Tampa, Raleigh, Greensboro, Chattanooga, Knoxville, Louisville, Toledo,
    Hartford, Newark, Trenton, Albany, Spokane, Tacoma, Boise, Oakland, San Bernardino,
    Santa Barbara, Anaheim, Long Beach, Fresno, Munich, Hamburg, Frankfurt, Cologne, Stuttgart,
    Leipzig, Dresden, Duesseldorf, Düsseldorf, Marseille, Lyon, Toulouse, Strasbourg, Bordeaux,
    Lille, Milan, Turin, Naples, Venice, Bologna, Genoa, Palermo, Barcelona, Valencia, Seville,
    Bilbao, Porto, Rotterdam, Amsterdam, Antwerp, Ghent, Bruges, Geneva, Zurich, Basel, Lausanne,
    Davos, Salzburg, Graz, Krakow, Gdansk, Lodz, Brno, Gothenburg, Malmo, Aarhus, Bergen,
    St Petersburg, St. Petersburg, Vladivostok, Novosibirsk, Grozny, Kharkiv, Kharkov, Odesa,
    Odessa, Lviv, Mariupol, Donetsk, Luhansk, Sevastopol, Istanbul, Izmir, Tel Aviv, Haifa,
    Hebron, Ramallah, Gaza City, Aleppo, Homs, Mosul, Basra, Kirkuk, Fallujah, Tikrit, Irbil,
    Erbil, Najaf, Karbala, Mashhad, Isfahan, Dubai, Jeddah, Mecca, Medina, Aden, Alexandria,
    Benghazi, Misrata, Casablanca, Marrakesh, Lagos, Kano, Johannesburg, Cape Town, Durban,
    Soweto, Mombasa, Goma, Kandahar, Herat, Jalalabad, Karachi, Lahore, Peshawar, Quetta, Mumbai,
    Bombay, Calcutta, Kolkata, Chennai, Madras, Bangalore, Hyderabad, Ahmedabad, Srinagar,
    Chittagong, Rangoon, Yangon, Mandalay, Ho Chi Minh City, Saigon, Chiang Mai, Shanghai,
    Guangzhou, Shenzhen, Wuhan, Chongqing, Tianjin, Nanjing, Lhasa, Urumqi, Macau, Osaka, Kyoto,
    Yokohama, Nagoya, Hiroshima, Nagasaki, Fukushima, Busan, Incheon, Sao Paulo, São Paulo,
    Rio de Janeiro, Rosario, Guayaquil, Medellin, Cali, Belo Horizonte, Porto Alegre, Recife,
    Fortaleza, Curitiba, Manaus, Cordoba, Maracaibo, Tijuana, Guadalajara, Monterrey,
    Acapulco, Ciudad Juarez
    """
)
"""Large cities that are no capitals, as they are written."""

POSTAL_CODES = words(
    """
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY
    NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY
    """
)
"""The letters of the states of the United States, as they stand behind a town."""

_STATES = """
Ala Alabama, Ariz Arizona, Ark Arkansas, Calif California, Colo Colorado, Conn Connecticut,
Del Delaware, Fla Florida, Ill Illinois, Ind Indiana, Kan Kansas, Ky Kentucky, La Louisiana,
Md Maryland, Mass Massachusetts, Mich Michigan, Minn Minnesota, Miss Mississippi, Mo Missouri,
Mont Montana, Neb Nebraska, Nev Nevada, Okla Oklahoma, Ore Oregon, Pa Pennsylvania,
Tenn Tennessee, Tex Texas, Vt Vermont, Va Virginia, Wash Washington, Wis Wisconsin, Wyo Wyoming,
N.H New Hampshire, N.J New Jersey, N.M New Mexico, N.Y New York, N.C North Carolina,
N.D North Dakota, R.I Rhode Island, S.C South Carolina, S.D South Dakota, W.Va West Virginia
"""

STATE_LETTERS: dict[str, str] = {
    letters: state for row in phrases(_STATES) for letters, _, state in [row.partition(" ")]
}
"""The states of America behind a town: "Denver, Colo.", without the last dot."""
