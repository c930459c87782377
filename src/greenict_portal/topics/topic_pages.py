"""One topic as a page shows it: its text with the figures set in, their sources, its calculations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from greenict_portal.topics import engine, figures, names, texts
from greenict_portal.topics.names import method_address

if TYPE_CHECKING:
    from greenict_portal.topics.figures import Figure
    from greenict_portal.topics.texts import Topic


def topic_page(topic: Topic, language: str) -> dict[str, Any]:
    """A topic in a language."""
    text = texts.text(topic.slug, language)
    known = [figures.figure(name) for name in topic.figures]
    return {
        "topic": topic,
        "text": text,
        "paragraphs": [texts.rendered(each, said(known)) for each in text.paragraphs],
        "figures": [_figure_row(each, language) for each in known],
        "clauses": names.clauses(topic.clauses),
        "methods": [_method_link(name, language) for name in topic.methods],
        "more": names.more_about(topic.slug),
    }


def said(known: list[Figure]) -> dict[str, str]:
    """What a text may name: each figure, its bare number and its year."""
    words: dict[str, str] = {}
    for each in known:
        words |= {each.name: each.shown, f"{each.name}.number": each.bare, f"{each.name}.year": each.year}
    return words


def _figure_row(figure: Figure, language: str) -> dict[str, Any]:
    return {
        "label": texts.figure_labels(language)[figure.name],
        "shown": figure.shown,
        "year": figure.year,
        "source": figure.source,
        "licence": figure.licence,
        "status": names.status(figure.status),
        "method": figure.method and _method_link(figure.method, language),
        "inputs": figure.inputs,
    }


def _method_link(method_id: str, language: str) -> dict[str, str]:
    method = engine.method(method_id)
    return {"id": method_id, "title": method.title, "address": method_address(method_id, language)}
