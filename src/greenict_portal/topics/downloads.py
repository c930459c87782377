"""The sector's series as a file."""

from __future__ import annotations

import csv
import json
from dataclasses import asdict, fields
from io import StringIO
from typing import TYPE_CHECKING

from django.http import HttpResponse

from greenict_portal.topics.sector_pages import Point

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COLUMNS = tuple(each.name for each in fields(Point))


def _csv(points: Sequence[Point]) -> bytes:
    text = StringIO()
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(map(asdict, points))
    return text.getvalue().encode("utf-8-sig")  # the mark tells spreadsheets that it is UTF-8


def _json(points: Sequence[Point]) -> bytes:
    return json.dumps([asdict(each) for each in points], ensure_ascii=False, indent=1).encode()


KINDS: dict[str, tuple[str, Callable[[Sequence[Point]], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", _csv),
    "json": ("application/json", _json),
}


def download(points: Sequence[Point], kind: str) -> HttpResponse:
    """The points as a file of a kind that is known."""
    content_type, written = KINDS[kind]
    response = HttpResponse(written(points), content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="ict-sector.{kind}"'
    return response
