"""Names of one script against those of another: a reader who searches for 김민준 must find Kim Min-jun."""

import pytest

from counterclaim.entities.abjad import frame, spells
from counterclaim.entities.east_asian import eastern_keys, is_pinyin
from counterclaim.entities.name_words import person_words

ORDERS = [
    ("Kim Min-jun", ("Min-jun", "Kim")),
    ("Min-jun Kim", ("Min-jun", "Kim")),
    ("김민준", ("min-jun", "gim")),
    ("张卫国", ("weiguo", "zhang")),
    ("欧阳卫国", ("weiguo", "ouyang")),
    ("Weiguo Zhang", ("Weiguo", "Zhang")),
    ("Лунин Виктор Павлович", ("Виктор", "Павлович", "Лунин")),
    ("Pieter van der Meulen", ("Pieter", "van der Meulen")),
    ("van der Meulen", ("van der Meulen",)),
    ("Abdel Fattah el-Masri", ("Abdel Fattah", "el-Masri")),
    ("Finch, Harold", ("Harold", "Finch")),
    ("Samuel Ortiz, Jr.", ("Samuel", "Ortiz")),
    ("Lt. Gen. J.R. Halloway", ("J.", "R.", "Halloway")),
    ("Al Lindgren", ("Al", "Lindgren")),
    ("Nguyen Van Hung", ("Nguyen", "Van", "Hung")),
    ("Kevin Wang", ("Kevin", "Wang")),
    ("Harper Lee", ("Harper", "Lee")),
]
SPELLED = ["حداد Haddad", "منصور Mansour", "صالح Saleh", "כהן Cohen", "דוד David", "رضایی Rezaei"]
NOT_SPELLED = ["حداد Hamdi", "حسين Hassan", "منصور Mansi", "سلام Salim", "כהן Cahana"]
KOREAN = ["Choi Young-jae · Choe Yeong-jae · 최영재", "Park Ji-hoon · Pak Chi-hun · 박지훈", "Kim Minjun · Kim Min Jun"]


@pytest.mark.parametrize(("name", "words"), ORDERS)
def test_given_name_first_and_family_last(name: str, words: tuple[str, ...]) -> None:
    assert person_words(name) == words


@pytest.mark.parametrize("row", SPELLED)
def test_letters_without_vowels_spell_a_name(row: str) -> None:
    word, latin = row.split()
    assert spells(word, latin)
    assert frame(word) == frame(latin)


@pytest.mark.parametrize("row", NOT_SPELLED)
def test_letters_without_vowels_do_not_spell_another_name(row: str) -> None:
    word, latin = row.split()
    assert not spells(word, latin)


@pytest.mark.parametrize("row", KOREAN)
def test_korean_spellings_share_a_key(row: str) -> None:
    words = [person_words(name) for name in row.split(" · ")]
    assert len({eastern_keys(given, family)[0] for given, family in words}) == 1


def test_two_names_in_pinyin_are_never_one_by_wade_giles() -> None:
    assert is_pinyin("Chenggang", "Zhang")
    assert not is_pinyin("Chih-ming", "Hsu")
    assert set(eastern_keys("Chih-ming", "Hsu")) & set(eastern_keys("Zhiming", "Xu"))
