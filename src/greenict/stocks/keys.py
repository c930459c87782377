"""The 54 UNU keys, by which statistics of electrical equipment sort what is sold and thrown away."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from greenict.errors import UnknownName
from greenict.methods.constants import shipped_rows

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class UnuKey:
    """One group of equipment. `sector` is `ict`, `media` (entertainment, shown apart) or `other`."""

    key: str
    name: str
    sector: str
    category_eu6: str
    category_eu10: str
    market_introduction_year: int
    source: str

    @property
    def is_ict(self) -> bool:
        """Whether the ICT sector counts it; television, audio and game consoles are media."""
        return self.sector == "ict"


@cache
def unu_keys() -> Mapping[str, UnuKey]:
    """Return every key by its four digits."""
    found = {
        row["unu_key"]: UnuKey(
            key=row["unu_key"],
            name=row["name"],
            sector=row["sector"],
            category_eu6=row["category_eu6"],
            category_eu10=row["category_eu10"],
            market_introduction_year=int(row["market_introduction_year"]),
            source=row["source"],
        )
        for row in shipped_rows("unu_keys.csv")
    }
    return MappingProxyType(found)


def normalise_key(value: object) -> str:
    """Return a UNU key as four digits.

    Spreadsheets drop the leading zero and some add a decimal point, so `306`, `0306`, `306.0` are one key.

    Raises
    ------
    UnknownName
        If it is none of the 54 keys.

    Examples
    --------
    >>> normalise_key(306.0), normalise_key(" 306 "), normalise_key("0306")
    ('0306', '0306', '0306')

    """
    text = "" if value is None else str(value).strip()
    whole = text.removesuffix(".0")
    key = whole.zfill(4)
    if not (whole.isascii() and whole.isdigit()) or key not in unu_keys():
        raise UnknownName("UNU key", text, list(unu_keys()))
    return key
