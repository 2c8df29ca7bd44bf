"""How surely concepts stand in a line of stored terms."""

from __future__ import annotations

from store.search.concepts import Concept, Way, ways_of
from store.search.matcher import FAR_APART, Matcher, completed
from store.search.terms import analysed

FILL = " ".join(f"ord{'abcdefghijklmnopqrstuvwxyzæøå'[at % 29] * 4}" for at in range(60))


def concept(word: str) -> Concept:
    found = Concept(word, (word,))
    found.add(ways_of(word))
    return found


def test_a_word_stands_as_itself_better_than_as_a_half() -> None:
    matcher = Matcher([concept("bro")])
    assert matcher.strengths(analysed("en bro over åen").line)[0] == 1.0
    assert matcher.strengths(analysed("en vej over åen").line)[0] == 0.0


def test_words_that_belong_together_count_less_far_apart() -> None:
    both = Concept("fælles drift", ("fælles", "drift"))
    both.add([Way(("fæl", "drift"), 1.0)])
    keys = [analysed(word).line.split("=")[0].strip() for word in ("fælles", "drift")]
    both.ways = [Way((keys[0], keys[1]), 1.0)]
    matcher = Matcher([both])
    near = matcher.strengths(analysed("fælles drift af broen").line)[0]
    far = matcher.strengths(analysed(f"fælles {FILL} drift").line)[0]
    assert near == 1.0
    assert far == FAR_APART


def test_closest_is_the_best_stretch_of_a_line() -> None:
    matcher = Matcher([concept("bro"), concept("havn")])
    together = matcher.closest(analysed("en ny bro ved havnen").line)
    apart = matcher.closest(analysed(f"en ny bro {FILL} ved havnen").line)
    assert together > apart > 0.0


def test_naming_tells_whether_a_text_names_a_word_of_the_question() -> None:
    matcher = Matcher([concept("bro"), concept("havn")])
    names = matcher.naming("bro")
    assert names is not None
    assert names("Der er to broer ved åen.")
    assert not names("Der er en havn.")
    assert matcher.naming("skov") is None


def test_a_compound_may_stand_half_in_the_title_and_half_under_it() -> None:
    """ "Asfaltpuljen" was not found where the title has asphalt and the text under it the pool."""
    matcher = Matcher([concept("asfaltpuljen")])
    title, under = analysed("Asfalt 2027: hvilke veje først").line, analysed("Puljen rækker til 14 km.").line
    alone = matcher.strengths(under)
    halves = matcher.halves_in(title)
    assert completed(alone, halves, under)[0] > 0.6 > alone[0]
    elsewhere = analysed("Vejen er lang.").line
    assert completed([0.0], halves, elsewhere) == [0.0]
    assert Matcher([concept("asfalt")]).halves_in(title) == []
