"""The sector's series and a comparison of offers as files."""

from __future__ import annotations

import csv
import json
from dataclasses import asdict, fields
from io import StringIO
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse

from greenict_portal.topics.sector_pages import Point

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

COLUMNS = tuple(each.name for each in fields(Point))


def _csv(points: Sequence[Point]) -> bytes:
    return _table(COLUMNS, [asdict(each) for each in points])


def _table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> bytes:
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return text.getvalue().encode("utf-8-sig")  # the mark tells spreadsheets that it is UTF-8


def _cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        return "'" + value
    return value


def _json(points: Sequence[Point]) -> bytes:
    return json.dumps([asdict(each) for each in points], ensure_ascii=False, indent=1).encode()


KINDS: dict[str, tuple[str, Callable[[Sequence[Point]], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", _csv),
    "json": ("application/json", _json),
}


def download(points: Sequence[Point], kind: str) -> HttpResponse:
    """The points as a file of a kind that is known."""
    content_type, written = KINDS[kind]
    return _file(written(points), content_type, f"ict-sector.{kind}")


def csv_file(name: str, rows: Sequence[Mapping[str, Any]]) -> HttpResponse:
    """Rows that all have the same columns, as a table."""
    return _file(_table(list(rows[0]), rows), KINDS["csv"][0], f"{name}.csv")


def json_file(name: str, record: Mapping[str, Any]) -> HttpResponse:
    """A record as it is."""
    content = json.dumps(record, ensure_ascii=False, indent=1).encode()
    return _file(content, KINDS["json"][0], f"{name}.json")


def _file(content: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
