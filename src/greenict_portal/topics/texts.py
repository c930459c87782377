"""The texts of the topics: `content/<slug>.<language>.toml`, plain paragraphs that name their figures.

A text is data: it is escaped, then each `{name}` becomes a figure in the page's language, `{name.number}` the
figure without its unit and `{name.year}` the year that it holds for. Nothing else in it is read as markup.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTENT = Path(__file__).resolve().parent / "content"
PLACE = re.compile(r"\{([a-z0-9_]+(?:\.year|\.number)?)\}")


@dataclass(frozen=True)
class Topic:
    """What is the same in every language: the clauses it serves, its calculations, its figures."""

    slug: str
    clauses: tuple[str, ...]
    methods: tuple[str, ...]
    figures: tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """A topic in one language."""

    title: str
    summary: str
    paragraphs: tuple[str, ...]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((CONTENT / name).read_text(encoding="utf-8"))


@cache
def topics() -> Mapping[str, Topic]:
    """Every topic by its slug, in the order in which the resolution names them."""
    return {
        row["slug"]: Topic(row["slug"], tuple(row["clauses"]), tuple(row["methods"]), tuple(row["figures"]))
        for row in _read("topics.toml")["topic"]
    }


@cache
def figure_rows() -> Mapping[str, Mapping[str, Any]]:
    """Where each figure comes from, by its name."""
    rows: Mapping[str, Mapping[str, Any]] = _read("figures.toml")
    return rows


@cache
def figure_labels(language: str) -> Mapping[str, str]:
    """What each figure is, in one language."""
    labels: Mapping[str, str] = _read(f"figures.{language}.toml")
    return labels


@cache
def text(slug: str, language: str) -> Text:
    """A topic's text in one language."""
    row = _read(f"{slug}.{language}.toml")
    paragraphs = tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", row["body"]) if part.strip())
    return Text(row["title"], row["summary"], paragraphs)


def rendered(paragraph: str, figures: Mapping[str, str]) -> SafeString:
    """A paragraph as HTML: escaped, with its figures set in. A name without a figure is a bug."""
    said = PLACE.sub(lambda place: conditional_escape(figures[place.group(1)]), escape(paragraph))
    return mark_safe(said)  # noqa: S308  (escaped; what is set in is escaped or safe)
