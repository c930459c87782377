"""What the pages show. Every reading of a calculation that was kept names the viewer."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import Http404

from greenict_portal.calculators import engine, method_pages, names, rules
from greenict_portal.calculators.beside import Beside
from greenict_portal.calculators.models import Calculation

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from greenict_portal.foundation.viewers import Viewer

KEPT = 500


def method(name: str) -> engine.Method:
    """The method of an address."""
    try:
        return engine.find(name)
    except engine.UnknownName as trouble:
        raise Http404(str(trouble)) from trouble


def catalogue_page(words: str, topic: str) -> dict[str, Any]:
    """The topics with their methods; without a question only the topics, so that the page stays light."""
    known = engine.catalogue()
    counts = dict.fromkeys(engine.TOPICS, 0)
    for one in known.values():
        counts[one.topic] = counts.get(one.topic, 0) + 1
    if topic and topic not in counts:
        raise Http404(f"no topic {topic!r}")
    found = engine.search(words, topic) if words.strip() or topic else []
    return {
        "words": words,
        "topic": names.topic(topic) if topic else None,
        "topics": [{**names.topic(name), "count": count} for name, count in counts.items() if count],
        "methods": [{"method": one, "topic": names.topic(one.topic)} for one in found],
        "is_asked": bool(words.strip() or topic),
        "count": len(known),
    }


def expiry(now: datetime) -> datetime:
    """What was kept before this moment is gone."""
    return now - timedelta(days=settings.KEEP_DAYS)


def calculations_of(viewer: Viewer, now: datetime, beside: UUID | None = None) -> list[Calculation]:
    """What this viewer has kept, newest first: all of it, or what stands beside one assessment."""
    if not viewer.key:
        return []
    kept = Calculation.objects.filter(owner_key=viewer.key, created_at__gte=expiry(now))
    return list((kept.filter(beside=beside) if beside else kept)[:KEPT])


def calculation_rows(viewer: Viewer, now: datetime, beside: UUID | None = None) -> list[dict[str, Any]]:
    """What this viewer has kept, as the page lists it."""
    return [
        {
            "calculation": kept,
            "known": kept.method in engine.catalogue(),
            "figures": method_pages.figures(kept.value, kept.unit)[:3],
            "range": method_pages.range_figure(kept.low, kept.high, kept.unit),
            "question": method_pages.kept_row(kept.asked),
            "beside": Beside(kept.beside),
        }
        for kept in calculations_of(viewer, now, beside)
    ]


def calculation(viewer: Viewer, pk: UUID) -> Calculation:
    """The viewer's calculation; what belongs to somebody else is not there, as far as one can tell."""
    found = Calculation.objects.filter(pk=pk, owner_key=viewer.key).first() if viewer.key else None
    if found is None or not rules.may_see(viewer, found):
        raise Http404
    return found
