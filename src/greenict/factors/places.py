"""Countries and regions: their codes and names, and which region a country lies in.

Names and codes are understood in any case and in six languages; what is not understood is refused
with the nearest names, never replaced by a default.
"""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from greenict.errors import UnknownName

WORLD = "WORLD"
LANGUAGES = ("en", "fr", "ar", "zh", "ru", "es")
_WORLD_M49 = "001"
_WORLD_NAMES = ("world", "wor", "global", "earth", "glo", "001")


@dataclass(frozen=True)
class Place:
    """A country (ISO 3166 alpha-3) or a region (M49 code), its names and the places it lies in."""

    code: str
    iso2: str
    m49: str
    within: tuple[str, ...]
    names: dict[str, str]
    is_country: bool


@cache
def places() -> dict[str, Place]:
    """Every place by its code: alpha-3 for countries, M49 for regions, and WORLD."""
    text = files("greenict.factors").joinpath("data/places.csv").read_text("utf-8")
    found = {}
    for row in csv.DictReader(text.splitlines()):
        code = _code(row)
        if code == WORLD:
            found[WORLD] = Place(WORLD, "", _WORLD_M49, (), _names(row), is_country=False)
            continue
        around = (row["subregion"], row["region"])
        within = tuple(region for region in around if region not in ("", code, _WORLD_M49))
        found[code] = Place(code, row["iso2"], row["m49"], (*within, WORLD), _names(row), bool(row["iso3"]))
    return found


def _code(row: dict[str, str]) -> str:
    """The code that factors use: the world is WORLD, not its M49 code."""
    return WORLD if row["m49"] == _WORLD_M49 else row["iso3"] or row["m49"]


def _names(row: dict[str, str]) -> dict[str, str]:
    return {language: row[f"name_{language}"] for language in LANGUAGES}


@cache
def _by_spelling() -> dict[str, str]:
    text = files("greenict.factors").joinpath("data/places.csv").read_text("utf-8")
    spellings = dict.fromkeys(_WORLD_NAMES, WORLD)
    for row in csv.DictReader(text.splitlines()):
        code = _code(row)
        given = [row["iso3"], row["iso2"], row["m49"], *row["aliases"].split("|")]
        for spelling in (*given, *(row[f"name_{language}"] for language in LANGUAGES)):
            if spelling:
                spellings.setdefault(plain(spelling), code)
    return spellings


def plain(text: str) -> str:
    """A spelling without case, accents, points and doubled blanks."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in decomposed if not unicodedata.combining(c) and c not in ".'’`,()")
    return " ".join(letters.replace("-", " ").replace("&", "and").split())


@cache
def place_code(text: str) -> str:
    """The code of a place from a code or a name in any case; raises UnknownName with the nearest names."""
    spelling = plain(text)
    spellings = _by_spelling()
    if spelling.removeprefix("the ") in spellings:
        return spellings[spelling.removeprefix("the ")]
    raise UnknownName("country", text, [place.names["en"] for place in places().values()])


def chain(code: str) -> tuple[str, ...]:
    """The place, then the regions it lies in from near to far, then WORLD."""
    place = places()[code]
    return (code, *place.within) if code != WORLD else (WORLD,)


def place_name(code: str, language: str = "en") -> str:
    """The name of a place in one of the six languages; the code itself where there is none."""
    place = places().get(code)
    return (place.names.get(language) or place.names["en"]) if place else code
