"""Texts in other encodings than UTF-8: told by their bytes, guessed, or read as Windows-1252."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.article import Article
from tui.documents.decoding import decode_utf_16
from tui.documents.encoding_guess import guessed
from tui.documents.fetched import Fetched
from tui.documents.loading import load_stream

RUSSIAN = "Совет собрался в четверг вечером, но решения так и не принял. Мост закрыт с марта."
JAPANESE = "評議会は木曜日の夜に開かれたが、結論は出なかった。橋は三月から閉鎖されている。"
CHINESE = "议会星期四晚上开会，但没有作出决定。大桥从三月起关闭，村民们只好绕道进城。"
KOREAN = "의회는 목요일 저녁에 열렸지만 결론을 내리지 못했다. 다리는 삼월부터 닫혀 있다."
GREEK = "Το συμβούλιο συνεδρίασε την Πέμπτη το βράδυ, αλλά δεν πήρε καμία απόφαση."
HEBREW = "המועצה התכנסה ביום חמישי בערב, אך לא קיבלה שום החלטה. הגשר סגור מאז מרץ."
ARABIC = "اجتمع المجلس مساء الخميس لكنه لم يتخذ أي قرار. الجسر مغلق منذ مارس، ولا أحد يعرف متى."
POLISH = (
    "Rada zebrała się w czwartek wieczorem, ale nie podjęła żadnej decyzji. Nikt z obecnych nie "
    "potrafił wyjaśnić, dlaczego list przyszedł z trzytygodniowym opóźnieniem. Most jest zamknięty "
    "od marca, a mieszkańcy wsi jeżdżą do miasta okrężną drogą. Kiedy zacznie się remont, nie "
    "wiadomo; pieniądze obiecano już zeszłej jesieni."
)
TURKISH = (
    "Meclis perşembe akşamı toplandı ama bir karara varamadı. Mektubun neden üç hafta geç "
    "geldiğini oradakilerden hiç kimse açıklayamadı. Köprü marttan beri kapalı ve köylüler "
    "şehre dolambaçlı yoldan gidiyor. Onarımın ne zaman başlayacağı bilinmiyor."
)
FRENCH = (
    "Le conseil s’est réuni jeudi soir, mais il n’a pris aucune décision. « Nous l’avons appris "
    "par les journaux », a déclaré la présidente. Le pont est fermé depuis mars, et les "
    "habitants du village vont à la ville par un détour. L’été dernier, on avait promis l’argent."
)
ENGLISH = "“We learned of it from the papers,” said the chair – “and nobody’s told us.” " * 4


def read(data: bytes) -> Article:
    return load_stream(BytesIO(data))


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (RUSSIAN, "cp1251", "Windows-1251"),
        (RUSSIAN, "cp866", "CP866"),
        (RUSSIAN, "iso8859-5", "ISO-8859-5"),
        (JAPANESE, "shift_jis", "Shift_JIS"),
        (JAPANESE, "euc-jp", "EUC-JP"),
        (CHINESE, "gb18030", "GB18030"),
        (KOREAN, "euc-kr", "EUC-KR"),
        (GREEK, "cp1253", "Windows-1253"),
        (HEBREW, "cp1255", "Windows-1255"),
        (ARABIC, "cp1256", "Windows-1256"),
        (POLISH, "iso8859-2", "ISO-8859-2"),
        (f"„{POLISH}”", "cp1250", "Windows-1250"),
        (TURKISH, "cp1254", "Windows-1254"),
        (FRENCH, "cp1252", "Windows-1252"),
        (ENGLISH, "cp1252", "Windows-1252"),
    ],
)
def test_an_encoding_is_guessed_and_told(text: str, encoding: str, name: str) -> None:
    article = read(text.encode(encoding))
    assert article.text == text
    (notice,) = article.notices
    assert name in notice
    assert "--encoding" in notice


@pytest.mark.parametrize("encoding", ["koi8-r", "shift_jis", "gb18030"])
def test_a_few_lines_in_an_english_text_are_enough(encoding: str) -> None:
    words = {"koi8-r": RUSSIAN, "shift_jis": JAPANESE, "gb18030": CHINESE}[encoding]
    text = "The bridge has been closed since March.\n\n" * 400 + words
    assert read(text.encode(encoding)).text == text


def test_of_few_letters_nothing_is_guessed() -> None:
    article = read("Мост закрыт.".encode("koi8-r"))
    assert "Windows-1252" in article.notices[0]


def test_a_long_text_without_line_ends_is_judged_by_its_beginning() -> None:
    for encoding, words in (("shift_jis", JAPANESE), ("euc-jp", JAPANESE), ("gb18030", CHINESE)):
        text = words * 400
        assert read(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ENGLISH, f"{RUSSIAN} Да.\n", f"{JAPANESE}\n\n{JAPANESE}\n\n\n"])
def test_utf_16_without_a_mark_is_known_by_its_zeros(text: str, encoding: str) -> None:
    article = read(text.encode(encoding))
    assert (article.text, article.notices) == (text, ())


@given(st.binary(max_size=400))
def test_no_bytes_break_the_guess(data: bytes) -> None:
    assert isinstance(data.decode(guessed(data).codec, "replace"), str)
    wide = decode_utf_16(data)
    assert wide is None or wide.encode("utf-16-le") == data or wide.encode("utf-16-be") == data


@given(st.text(alphabet="abc ,.\n\0éЖ", max_size=200))
def test_valid_utf_8_is_never_read_otherwise(text: str) -> None:
    if "\0" not in text:
        assert Fetched(text.encode(), None, "x").decoded == (text, None)
