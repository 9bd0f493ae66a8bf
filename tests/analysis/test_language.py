"""Briefs in English are English though they have few function words; the like elsewhere is not."""

from __future__ import annotations

import pytest

from tui.analysis.language import is_english

BRIEFS = [
    "Holm United beat Tarnby 3-1. Krag scored twice, Lund hit back late. "
    '"Great night," coach Ida Berg said. Tarnby striker Moss missed two penalties. '
    "Referee Vik booked seven players.",
    "Oil prices rose 3% Monday. Northsea crude gained $2.10, hitting $84.20 a barrel. "
    "Traders cited supply fears. OPEC ministers meet Thursday. Gold fell 0.4%. Copper slid. "
    "Wheat futures gained 2%. Tokyo shares closed 1.2% higher; Seoul slipped.",
    "Police arrested four men Friday. Officers searched two flats, seized phones, laptops. "
    "Prosecutor Eva Lunde declined comment. Neighbours heard shots Thursday night. "
    "Harbour Street stayed closed.",
]


@pytest.mark.parametrize("text", BRIEFS)
def test_a_brief_with_many_names_is_english(text: str) -> None:
    assert is_english(text)


OTHERS = {
    "German": "Holm United schlug Tarnby 3:1. Krag traf zweimal, Lund verkürzte spät. "
    "Trainerin Ida Berg lobte ihre Elf. Stürmer Moss vergab zwei Elfmeter. "
    "Schiedsrichter Vik verwarnte sieben Spieler. Der Abend war lang.",
    "French": "Holm bat Tarnby 3-1. Krag marque deux buts, Lund réduit tard. "
    "Ida Berg salue son équipe. Moss rate deux penalties. Vik avertit sept joueurs. "
    "La soirée fut longue, le public content du match, les entraîneurs un peu moins.",
    "Spanish": "Holm venció a Tarnby 3-1. Krag marcó dos goles, Lund recortó tarde. "
    "Ida Berg elogió al equipo. Moss falló dos penaltis. Vik amonestó a siete jugadores. "
    "Usted, sin embargo, vio la red vacía y la pared del estadio.",
    "Italian": "Holm batte Tarnby 3-1. Krag segna due gol, Lund accorcia tardi. "
    "Ida Berg elogia la squadra. Moss sbaglia due rigori. Vik ammonisce sette giocatori. "
    "La serata è stata lunga per tutti i tifosi della città.",
    "Dutch": "Holm verslaat Tarnby 3-1. Krag scoorde twee keer, Lund deed laat iets terug. "
    "Coach Ida Berg prees haar ploeg. Spits Moss miste twee strafschoppen. "
    "Scheidsrechter Vik gaf zeven kaarten. Het was een lange avond.",
    "Swedish": "Holm slog Tarnby med 3-1. Krag gjorde två mål, Lund reducerade sent. "
    "Tränaren Ida Berg hyllade laget. Anfallaren Moss missade två straffar. "
    "Domaren Vik varnade sju spelare. Det blev en lång kväll ned vid hamnen.",
    "Polish": "Holm pokonał Tarnby 3-1. Krag zdobył dwie bramki, Lund odpowiedział późno. "
    "Trenerka Ida Berg chwaliła drużynę. Napastnik Moss nie trafił dwóch karnych. "
    "Sędzia Vik pokazał siedem kartek i zakończył mecz.",
    "Latin": "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam "
    "Aquitani, tertiam qui ipsorum lingua Celtae, nostra Galli appellantur. Hi omnes lingua, "
    "institutis, legibus inter se differunt.",
    "filler": "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor "
    "incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud "
    "exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat.",
    "a table": "Team Played Scored Missed\nHolm 10 7 2\nTarnby 10 6 3\nOslo 10 5 5\n"
    "Bergen 10 4 4\nHamar 10 3 6\nMoss 10 2 8\nVik 10 1 9\nLund 10 1 9\nKrag 10 0 9\n"
    "Holm Reserves 10 7 2\nTarnby Juniors 10 6 3\nOslo Seniors 10 5 5",
    "code": "def closed(self):\n    self._opened = None\n    return self._used == self._needed\n\n"
    "def started(self, needed=None):\n    self._needed = needed\n    raise Failed(needed)\n"
    "    self.changed.emit(needed, self._used)\n",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_the_like_in_another_language_is_not(text: str) -> None:
    assert not is_english(text)
