"""The calculations that were kept, as CSV or JSON."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from greenict_portal.calculators.models import Calculation

COLUMNS = ("method", "title", "value", "low", "high", "unit", "inputs", "source", "computed_at", "beside")


def download(kept: Sequence[Calculation], kind: str) -> HttpResponse:
    """All of them in one file."""
    if kind not in WRITERS:
        raise Http404(f"no file of kind {kind!r}")
    write, content_type = WRITERS[kind]
    return HttpResponse(
        write([_row(one) for one in kept]),
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="calculations.{kind}"'},
    )


def _row(kept: Calculation) -> dict[str, Any]:
    return {
        "method": kept.method,
        "title": kept.title,
        "value": kept.value,
        "low": kept.low,
        "high": kept.high,
        "unit": kept.unit,
        "inputs": kept.inputs,
        "source": kept.source,
        "computed_at": kept.created_at.isoformat(timespec="seconds"),
        "beside": str(kept.beside) if kept.beside else None,
    }


def _json(rows: Sequence[dict[str, Any]]) -> bytes:
    return json.dumps(rows, ensure_ascii=False, indent=1).encode()


def _csv(rows: Sequence[dict[str, Any]]) -> bytes:
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([_cell(row[column]) for column in COLUMNS] for row in rows)
    return text.getvalue().encode("utf-8-sig")  # the mark tells spreadsheets that it is UTF-8


def _cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(value, dict | list):
        value = json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        return "'" + value
    return value


WRITERS: dict[str, tuple[Callable[[Sequence[dict[str, Any]]], bytes], str]] = {
    "csv": (_csv, "text/csv; charset=utf-8"),
    "json": (_json, "application/json"),
}
