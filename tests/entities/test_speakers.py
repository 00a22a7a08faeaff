"""Who speaks: a wrong name here puts words into somebody's mouth."""

from collections.abc import Callable

import pytest

from counterclaim.model import EntityKind

INTRODUCED = (
    "Irina Velkova, the Bulgarian deputy transport minister, said that the bridge was safe. "
    "Marko Dimitrov, head of the rail union Iron Road, said that it was not.\n"
)

FORMS = [
    # name of the case, text after the introduction, (source, cue, content), the speaker
    ("surname", "Velkova said that repairs were done.", ("Velkova", "said", "repairs were done"), "Irina Velkova"),
    ("form of address", "Ms Velkova added that trains ran.", ("Ms Velkova", "added", "trains ran"), "Irina Velkova"),
    (
        "title",
        "The deputy transport minister said rain did it.",
        ("The deputy transport minister", "said", "rain did it"),
        "Irina Velkova",
    ),
    (
        "title with nation",
        "The Bulgarian minister said rain did it.",
        ("The Bulgarian minister", "said", "rain did it"),
        "Irina Velkova",
    ),
    (
        "possessor and boss",
        "Iron Road's boss said nobody asked.",
        ("Iron Road's boss", "said", "nobody asked"),
        "Marko Dimitrov",
    ),
    (
        "apposition again",
        "Dimitrov, the union leader, said more.",
        ("Dimitrov, the union leader,", "said", "more"),
        "Marko Dimitrov",
    ),
    (
        "pronoun of the last speaker",
        "He said that steel was rusty.",
        ("He", "said", "steel was rusty"),
        "Marko Dimitrov",
    ),
    ("state by its name", "Bulgaria said that aid would come.", ("Bulgaria", "said", "aid would come"), "Bulgaria"),
    ("state by its capital", "Sofia said that aid would come.", ("Sofia", "said", "aid would come"), "Bulgaria"),
    (
        "group",
        "Three engineers said bolts were loose.",
        ("Three engineers", "said", "bolts were loose"),
        "Three engineers",
    ),
    (
        "group of a nation",
        "Turkish truck drivers said it shook.",
        ("Turkish truck drivers", "said", "it shook"),
        "Turkish truck drivers",
    ),
    (
        "unnamed source",
        "A source close to the builder said no.",
        ("A source close to the builder", "said", "no"),
        "source close to the builder",
    ),
    (
        "two at once",
        "Velkova and Dimitrov said talks went on.",
        ("Velkova and Dimitrov", "said", "talks went on"),
        "Irina Velkova and Marko Dimitrov",
    ),
    (
        "body without capitals",
        "Romania's transport ministry said it knew.",
        ("Romania's transport ministry", "said", "it knew"),
        "Romania's transport ministry",
    ),
    (
        "spokesman of a person",
        "A spokesman for Velkova said talks went on.",
        ("A spokesman for Velkova", "said", "talks went on"),
        "Irina Velkova",
    ),
]


@pytest.mark.parametrize(("text", "said", "speaker"), [pytest.param(*row[1:], id=row[0]) for row in FORMS])
def test_form(scene: Callable[..., object], text: str, said: tuple[str, str, str], speaker: str) -> None:
    resolved = scene(
        INTRODUCED + text,
        ("Irina Velkova", "said", "the bridge was safe"),
        ("Marko Dimitrov", "said", "it was not"),
        said,
    )
    assert resolved.speakers[-1] == speaker


def test_names_with_titles_are_bare(scene):
    resolved = scene(
        "Admiral Joan Pereira said ships had left. According to the mayor of Coimbra, Rui Alves, none had. "
        "Castle Group's chief Lena Brandt agreed they had.",
        ("Admiral Joan Pereira", "said", "ships had left"),
        ("the mayor of Coimbra, Rui Alves,", "According to", "none had"),
        ("Castle Group's chief Lena Brandt", "agreed", "they had"),
    )
    assert resolved.speakers == ["Joan Pereira", "Rui Alves", "Lena Brandt"]


def test_a_lawyer_for_somebody_is_not_that_somebody(scene):
    resolved = scene(
        "Greta Olsen, a lawyer for Tomas Lind, said the case was weak. A friend of Tomas Lind said he wept.",
        ("Greta Olsen, a lawyer for Tomas Lind,", "said", "the case was weak"),
        ("A friend of Tomas Lind", "said", "he wept"),
    )
    assert resolved.speakers == ["Greta Olsen", "friend of Tomas Lind"]


def test_a_spokesman_without_a_name_is_his_body(scene):
    resolved = scene(
        "The Harbor Pilots Association (HPA) called a strike. A spokeswoman for the Harbor Pilots Association said pay "
        "was low. An HPA representative said talks failed. The HPA said it would go on.",
        ("A spokeswoman for the Harbor Pilots Association", "said", "pay was low"),
        ("An HPA representative", "said", "talks failed"),
        ("The HPA", "said", "it would go on"),
    )
    assert resolved.speakers == ["Harbor Pilots Association"] * 3
    assert {"HPA", "The HPA"} <= set(resolved.entity("Harbor Pilots Association").names)


def test_words_without_a_source_go_on(scene):
    text = (
        "Pavel Novak said the dam would hold.\n“It has stood for ninety years,” he said. “It will stand.”\n"
        "The aim of the works would be to raise it."
    )
    resolved = scene(
        text,
        ("Pavel Novak", "said", "the dam would hold"),
        ("he", "said", "It has stood for ninety years"),
        ("", "", "It will stand"),
        ("", "", "The aim of the works would be to raise it"),
    )
    assert resolved.speakers == ["Pavel Novak"] * 4


def test_a_new_topic_takes_the_pronoun_over(scene):
    text = (
        "Anna Berg said the bank would pay.\nOskar Falk left the board in May. Last week Falk spoke on the radio.\n"
        "“I never saw the books,” he said."
    )
    resolved = scene(text, ("Anna Berg", "said", "the bank would pay"), ("he", "said", "I never saw the books"))
    assert resolved.speakers[-1] == "Oskar Falk"


def test_a_wrong_gender_in_translation_does_not_lose_the_speaker(scene):
    text = "Mrs Julia Moreau said the road was open. “Nobody closed it,” he stressed."
    resolved = scene(text, ("Mrs Julia Moreau", "said", "the road was open"), ("he", "stressed", "Nobody closed it"))
    assert resolved.speakers == ["Julia Moreau", "Julia Moreau"]


def test_gender_tells_two_persons_apart(scene):
    text = "Mr Karl Weber met Mrs Ilse Brandt on Monday. She said the plan was dead. He said it lived."
    resolved = scene(text, ("She", "said", "the plan was dead"), ("He", "said", "it lived"))
    assert resolved.speakers == ["Ilse Brandt", "Karl Weber"]


def test_who_goes_back_to_its_noun(scene):
    text = "The order came from Hugo Lemaire, who said that nobody was hurt."
    assert scene(text, ("who", "said", "nobody was hurt")).speakers == ["Hugo Lemaire"]


def test_we_inside_a_quotation_is_its_speaker(scene):
    text = "“We fear that we lost the file,” Nora Quist said."
    resolved = scene(text, ("Nora Quist", "said", "We fear that we lost the file"), ("We", "fear", "we lost the file"))
    assert resolved.speakers == ["Nora Quist", "Nora Quist"]


def test_two_of_one_surname_stay_two(scene):
    text = (
        "Finance minister Peter Holm said taxes would fall. Health minister Clara Holm said beds were full. "
        "The finance minister said no more."
    )
    resolved = scene(
        text,
        ("Finance minister Peter Holm", "said", "taxes would fall"),
        ("Health minister Clara Holm", "said", "beds were full"),
        ("The finance minister", "said", "no more"),
    )
    assert resolved.speakers == ["Peter Holm", "Clara Holm", "Peter Holm"]


def test_father_and_son_stay_two(scene):
    resolved = scene("Samuel Ortiz Jr. said he was well. Samuel Ortiz said he was not.")
    assert len([e for e in resolved.cast.entities if e.kind is EntityKind.PERSON]) == 2


def test_a_speaking_state_is_a_place_with_both_names(scene):
    resolved = scene("Vienna said the border was open.", ("Vienna", "said", "the border was open"))
    ref = resolved.ref(0)
    assert (ref.name, ref.surface, ref.kind) == ("Austria", "Vienna", EntityKind.PLACE)


def test_relays_get_full_names(scene):
    text = "The Coastal News Agency (CNA) told of it. A diver said the wreck moved, CNA reported."
    resolved = scene(text, ("A diver", "said", "the wreck moved"), relayed=["CNA"])
    assert resolved.cast.relays == (("Coastal News Agency",),)


def test_speakers_keep_the_words_used(scene):
    text = "Irina Velkova spoke first. The singer Velkova said it was late."
    ref = scene(text, ("The singer Velkova", "said", "it was late")).ref(0)
    assert (ref.name, ref.surface, ref.kind) == ("Irina Velkova", "The singer Velkova", EntityKind.PERSON)


def test_an_unnamed_source_is_a_group(scene):
    ref = scene("Two officials said it rained.", ("Two officials", "said", "it rained")).ref(0)
    assert (ref.name, ref.kind) == ("Two officials", EntityKind.GROUP)


def test_no_attributions_no_speakers(scene):
    assert scene("It rained all day.").speakers == []


def test_mrs_tells_a_couple_apart(scene):
    text = (
        "Mr Axel Lund and Mrs Ida Lund run the mill. Mrs Lund said that grain was short. Axel Lund slept. "
        "Mrs Lund said that flour was dear."
    )
    resolved = scene(text, ("Mrs Lund", "said", "grain was short"), ("Mrs Lund", "said", "flour was dear"))
    assert resolved.speakers == ["Ida Lund", "Ida Lund"]


def test_names_inside_a_clause_or_a_list_of_examples_do_not_speak(scene):
    text = (
        "The alliance, which includes the Orion Union, said it would march. "
        "Critics such as Hugo Lemaire said it would rain."
    )
    resolved = scene(
        text,
        ("The alliance, which includes the Orion Union,", "said", "it would march"),
        ("Critics such as Hugo Lemaire", "said", "it would rain"),
    )
    assert "Orion Union" not in resolved.speakers
    assert "Hugo Lemaire" not in resolved.speakers


def test_an_office_of_somewhere_else_is_nobody_the_text_named(scene):
    text = "Hugo Lemaire, the mayor, said that he would run. The Ohio governor said he should not."
    resolved = scene(
        text, ("Hugo Lemaire, the mayor,", "said", "he would run"), ("The Ohio governor", "said", "he should not")
    )
    assert resolved.speakers == ["Hugo Lemaire", "Ohio governor"]


def test_a_date_is_no_source(scene):
    text = "Clara Holm repeatedly said Saturday that beds were full."
    assert scene(text, ("Saturday", "said", "beds were full")).speakers == ["Clara Holm"]
