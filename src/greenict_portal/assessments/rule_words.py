"""What is wrong with a row and how to mend it: the library's sentences, known by pattern, in the page's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from greenict_portal.assessments import engine, names
from greenict_portal.foundation import numbers
from greenict_portal.foundation.wording import Foreign

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

RULES: names.Words = {
    "is missing": lazy("is missing"),
    "is no number": lazy("is no number"),
    "is out of bounds": lazy("is out of bounds"),
    "is no whole number": lazy("is no whole number"),
    "is no country": lazy("is no country"),
    "is no data class": lazy("is no data class"),
    "is in no factor set": lazy("is in no factor set"),
    "is empty": lazy("is empty"),
    "holds a control character": lazy("holds a control character"),
    "is more electricity than the world uses": lazy("is more electricity than the world uses"),
    "is a purchase after the year of the activity": lazy("is a purchase after the year of the activity"),
    "has no factor beside it": lazy("has no factor beside it"),
    "has no contract beside it": lazy("has no contract beside it"),
    "is more than the line's electricity": lazy("is more than the line's electricity"),
}
MENDS: names.Words = {
    "write a number with a decimal point and no thousands separators": lazy(
        "write a number with a decimal point and no thousands separators"
    ),
    "write a number with a decimal point and no thousands separators, or say that the file has decimal commas": lazy(
        "write a number with a decimal point and no thousands separators, or say that the file has decimal commas"
    ),
    "write a number with a decimal comma and no thousands separators": lazy(
        "write a number with a decimal comma and no thousands separators"
    ),
    "write an ISO 3166 code or the country's name; leave it blank if it is not known": lazy(
        "write an ISO 3166 code or the country's name; leave it blank if it is not known"
    ),
    "write an ISO 3166 code or the country's name": lazy("write an ISO 3166 code or the country's name"),
    "give an ISO 3166 code": lazy("write an ISO 3166 code"),
    "choose one of `greenict factors list`, or add it in a set of your own": lazy(
        "choose an item of the factor sets"
    ),
    "give kWh of one piece in a year; check the unit": lazy(
        "give kWh of one piece in a year; check the unit"
    ),
    "correct one of the two years": lazy("correct one of the two years"),
    "give contract_ghg_kg_per_kwh; write 0 if the contract has no emissions": lazy(
        "give contract_ghg_kg_per_kwh; write 0 if the contract has no emissions"
    ),
    "give contract_energy_kwh, or leave both blank": lazy("give contract_energy_kwh, or leave both blank"),
    "give annual_energy_kwh, and at most quantity x annual_energy_kwh x pue": lazy(
        "give annual_energy_kwh, and at most quantity × annual_energy_kwh × pue"
    ),
    "remove it": lazy("remove it"),
    "correct it": lazy("correct it"),
}
PATTERNS = (
    (
        re.compile(r"give a value between (?P<low>-?[\d.e+]+) and (?P<high>[\d.e+]+(?: .+)?)"),
        lazy("give a value between %(low)s and %(high)s"),
    ),
    (
        re.compile(r"give a whole number between (?P<low>-?[\d.e+]+) and (?P<high>[\d.e+]+(?: .+)?)"),
        lazy("give a whole number between %(low)s and %(high)s"),
    ),
    (re.compile(r"did you mean (?P<names>.+)\?"), lazy("did you mean %(names)s?")),
    (re.compile(r"write one of (?P<names>.+)"), lazy("write one of %(names)s")),
)
DECIMAL_COMMA = re.compile(r"\s*[+-]?\d+,\d+\s*")


def rule(said: str) -> str:
    """What is wrong, in words."""
    return str(RULES[said]) if said in RULES else Foreign(said)


def mend(said: str, column: str = "") -> str:
    """How to mend it, in words; names and numbers in it keep their direction."""
    if said in MENDS:
        return str(MENDS[said])
    if column in names.COLUMNS and said == f"give {engine.column_meaning(column)}":
        return _("give %(meaning)s") % {"meaning": names.said(names.COLUMNS, column)}
    for pattern, sentence in PATTERNS:
        if found := pattern.fullmatch(said):
            return str(sentence) % {
                part: names.isolated(_part(part, text)) for part, text in found.groupdict().items()
            }
    return Foreign(said)


def _part(kind: str, text: str) -> str:
    """A part of a mend: a bound with its unit, kept on one line, or names as they are."""
    if kind == "names":
        return text
    amount, _blank, unit = text.partition(" ")
    amount = numbers.number(float(amount)) if "e" in amount else amount
    if unit == "years":
        return _("%(number)s years") % {"number": amount}
    return f"{amount}\N{NO-BREAK SPACE}{unit}".replace("CO2e", "CO₂e") if unit else amount


def bad_rows(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Bad rows with their rules and mends in words."""
    return [
        {
            **row,
            "rule_words": rule(row["rule"]),
            "mend_words": mend(row.get("mend") or "", row.get("column") or ""),
        }
        for row in rows
    ]


def has_decimal_commas(rows: Iterable[Mapping[str, Any]]) -> bool:
    """Whether a number was refused that would be one, were the file read with decimal commas."""
    return any(row["rule"] == "is no number" and DECIMAL_COMMA.fullmatch(row["value"]) for row in rows)


def lacks_items(rows: Iterable[Mapping[str, Any]]) -> bool:
    """Whether a row names an item that no factor set has."""
    return any(row["rule"] == "is in no factor set" for row in rows)
