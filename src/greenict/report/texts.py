"""The words of a report in each language, and texts from outside made safe to print."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from greenict.errors import BadArgument
from greenict.factors.places import place_name
from greenict.report.numbers import pretty

# Control characters and the non-characters that XML and PDF refuse; tabs and line ends become blanks.
_BLANK = re.compile(r"[\t\n\r\v\f\x85\u2028\u2029]+")
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)


@cache
def catalogue() -> dict[str, dict[str, Any]]:
    """Every text by language and key."""
    return tomllib.loads(files("greenict.report").joinpath("data/texts.toml").read_text("utf-8"))


class Texts:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        """Take the words of a language; raises BadArgument where there are none."""
        if language not in catalogue():
            raise BadArgument("language", language, f"choose from {', '.join(catalogue())}")
        self.language = language
        self._words = catalogue()[language]

    def __call__(self, key: str, **filled: object) -> str:
        """A text with its braces filled; what is filled in keeps its direction."""
        words = str(self._words[key])
        if self._words["direction"] == "rtl":
            filled = {name: _isolated(str(value)) for name, value in filled.items()}
        return words.format(**filled)

    def of(self, kind: str, name: str) -> str:
        """The word for an id of some kind (category, stage, ...); the id where there is none."""
        return str(self._words[kind].get(name, printable(name)))

    def unit(self, unit: str) -> str:
        """A unit as it is printed."""
        return pretty(self.of("unit_name", unit))

    def key(self, name: str) -> str:
        """What a breakdown goes by: a word for the keys of every result, a tag's own name."""
        return self.of("key", name)

    def label(self, key: str, value: object) -> str:
        """What is printed for a value of a key: names for stages, scopes and countries, all else as given."""
        if value is None or value == "":
            return self("not_given")
        if key in ("stage", "scope"):
            return self.of(key, str(value))
        if key == "country":
            return place_name(str(value), self.language)
        return printable(str(value))


def _isolated(text: str) -> str:
    """A text with Latin letters between signs that keep it from turning its surroundings around."""
    return f"\u2066{text}\u2069" if re.search("[A-Za-z]", text) else text


def printable(text: object) -> str:
    """A text from outside on one line, without characters that no document can hold or that turn it around."""
    return _UNPRINTABLE.sub("\ufffd", _BLANK.sub(" ", str(text).replace("\ufeff", "")).strip())
