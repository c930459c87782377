"""A result as a file to download."""

from __future__ import annotations

import json
import tempfile
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.utils.text import slugify

from greenict_portal.assessments import engine

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def download(result: engine.Result, kind: str, name: str) -> HttpResponseBase:
    """The result as a file of that kind, under a name made from its own."""
    if kind not in KINDS:
        raise Http404
    writers: dict[str, Callable[[engine.Result], bytes]] = {"csv": _csv, "json": _json}
    if writer := writers.get(kind):
        response: HttpResponseBase = HttpResponse(writer(result), content_type=KINDS[kind])
    else:
        response = _document(result, kind)
    file_name = f"{slugify(name)[:60] or 'greenict'}.{kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response


def _csv(result: engine.Result) -> bytes:
    text = StringIO()
    engine.write_rows(result, text)
    return text.getvalue().encode("utf-8-sig")  # the mark tells spreadsheets that it is UTF-8


def _json(result: engine.Result) -> bytes:
    return json.dumps(result.to_json(), ensure_ascii=False, indent=1).encode()


def _document(result: engine.Result, kind: str) -> FileResponse:
    """A document, written beside and streamed; the file is gone once it is open."""
    with tempfile.TemporaryDirectory(prefix="greenict-") as folder:
        path = Path(folder) / f"report.{kind}"
        engine.write_report(result, path)
        return FileResponse(path.open("rb"), content_type=KINDS[kind])
