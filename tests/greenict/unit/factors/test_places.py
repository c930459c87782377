"""Countries in any case, as codes and as names, or refused."""

import pytest

from greenict.errors import UnknownName
from greenict.factors.places import chain, place_code, place_name, places


@pytest.mark.parametrize(
    "spelling",
    ["FR", "fr", "FRA", "fra", "France", "FRANCE", " france ", "فرنسا", "法国", "Франция", "Francia", "250"],
)
def test_one_country_in_many_spellings(spelling):
    assert place_code(spelling) == "FRA"


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("world", "WORLD"),
        ("Monde", "WORLD"),
        ("العالم", "WORLD"),
        ("001", "WORLD"),
        ("Côte d'Ivoire", "CIV"),
        ("COTE D’IVOIRE", "CIV"),
        ("Western Europe", "155"),
        ("the Netherlands", "NLD"),
    ],
)
def test_accents_points_and_articles_do_not_matter(spelling, code):
    assert place_code(spelling) == code


@pytest.mark.parametrize("spelling", ["Narnia", "XX", "FRANCE2", "12345", "?", "'; drop table x; --", "\0"])
def test_what_is_no_country_is_refused(spelling):
    with pytest.raises(UnknownName, match="unknown country"):
        place_code(spelling)


def test_a_near_miss_is_helped():
    with pytest.raises(UnknownName, match="france"):
        place_code("Frannce")


def test_every_country_lies_in_the_world():
    for code in places():
        steps = chain(code)
        assert steps[0] == code
        assert steps[-1] == "WORLD"
        assert len(set(steps)) == len(steps)
        assert all(place in places() for place in steps)


def test_every_code_and_name_is_understood_as_itself():
    for code, place in places().items():
        assert place_code(code) == code
        for language in place.names:
            assert place_code(place_name(code, language)) == code
