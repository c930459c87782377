"""Each standard as data: what it counts, over which boundary, and how embodied impacts meet time.

A profile is a TOML file in `data/`. It fixes the indicators, the set of global warming potentials, the
stages inside the boundary, the rule for goods that live for years, and the rule for PUE.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from greenict.errors import UnknownName

GoodsRule = Literal["whole_life", "annualised", "purchase_year"]


@dataclass(frozen=True)
class Profile:
    """One standard.

    `goods` says how the impacts of goods meet time: over the whole life of each piece, spread evenly
    over its lifetime, or whole in the year of purchase. `scopes` tells whether results carry the scopes
    of an organisation. `pue_default` holds for `pue_items` whose line gives no PUE.
    """

    id: str
    title: str
    source: str
    status: str
    statement: str
    indicators: tuple[str, ...]
    gwp_set: str
    stages: tuple[str, ...]
    goods: GoodsRule
    scopes: bool
    pue_default: float
    pue_items: tuple[str, ...]


@cache
def profiles() -> dict[str, Profile]:
    """Every profile by its id."""
    folder = files("greenict.profiles").joinpath("data")
    found = {}
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        data = tomllib.loads(path.read_text("utf-8"))
        lists = {key: tuple(value) for key, value in data.items() if isinstance(value, list)}
        found[data["id"]] = Profile(**{**data, **lists})
    return found


def profile(name: str) -> Profile:
    """The profile of that id; raises UnknownName."""
    if name not in profiles():
        raise UnknownName("profile", name, list(profiles()), f"known: {', '.join(profiles())}")
    return profiles()[name]
