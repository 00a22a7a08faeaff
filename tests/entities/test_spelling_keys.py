"""Romanizations: too strict and one man is two, too loose and two men are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.entities.spelling import acronym, alike, skeletons

SAME = [
    "Malyar Maliar Маляр",
    "Mikhailo Mykhailo Михайло",
    "Prigozhin Prigojin Пригожин",
    "Yevgeny Evgeny Евгений",
    "Zelensky Zelenskyy Зеленський",
    "Shoigu Shoygu Шойгу",
    "Kadyrov Kadirov Кадыров",
    "Serhii Serhiy Сергій",
    "Hanna Ганна",
    "Khan Han",
    "Fyodorov Fiodorov",
    "Tashiyev Tashiev",
]
UNLIKE = [
    ("Ivanov", "Ivanova"),
    ("Dmitri", "Dmytro"),
    ("Li", "Lee"),
    ("Martin", "Marti"),
    ("Kovalenko", "Kovalev"),
    ("Paul", "Paula"),
]


@pytest.mark.parametrize("row", SAME)
def test_spellings_of_one_name(row):
    first, *others = row.split()
    assert all(alike(first, other) for other in others)


@pytest.mark.parametrize(("left", "right"), UNLIKE)
def test_two_names(left, right):
    assert not alike(left, right)


@given(st.text(min_size=1, max_size=12))
def test_every_word_is_like_itself(word):
    assert alike(word, word)
    assert skeletons(word)


def test_initials_leave_small_words_out():
    assert acronym("Society for the Rescue of Boats") == "SRB"
