"""The one door: a result and a path, whose ending chooses the format."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from greenict.errors import BadArgument
from greenict.report.layout import page
from greenict.report.model import Figures, figures
from greenict.report.plain import csv_bytes, json_bytes
from greenict.report.texts import Texts

if TYPE_CHECKING:
    from greenict.assess import Result

Writer = Callable[[Figures, str], bytes]


def _html(figures: Figures, language: str) -> bytes:
    from greenict.report.html import html_bytes  # noqa: PLC0415 - brings Jinja, slow to import

    return html_bytes(page(figures, language))


def _pdf(figures: Figures, language: str) -> bytes:
    from greenict.report.pdf import pdf_bytes  # noqa: PLC0415 - brings Typst, slow to import

    return pdf_bytes(page(figures, language))


def _xlsx(figures: Figures, language: str) -> bytes:
    from greenict.report.spreadsheet import xlsx_bytes  # noqa: PLC0415 - brings XlsxWriter, slow to import

    return xlsx_bytes(figures, language)


def _docx(figures: Figures, language: str) -> bytes:
    from greenict.report.document import docx_bytes  # noqa: PLC0415 - brings python-docx, slow to import

    return docx_bytes(page(figures, language))


FORMATS: dict[str, Writer] = {
    "html": _html,
    "pdf": _pdf,
    "xlsx": _xlsx,
    "docx": _docx,
    "csv": lambda figures, _: csv_bytes(figures),
    "json": lambda figures, _: json_bytes(figures),
}


def rendered(result: Result, form: str, *, language: str = "en", explain: bool = True) -> bytes:
    """A report as bytes in one of `FORMATS`.

    Parameters
    ----------
    form
        html, pdf, xlsx, docx, csv or json.
    language
        Language of headings and explanations; CSV and JSON have none.
    explain
        Whether the factors that weigh most are listed.

    Raises
    ------
    BadArgument
        For a format or a language that is not known.

    """
    if form not in FORMATS:
        raise BadArgument("format", form, f"choose from {', '.join(FORMATS)}")
    Texts(language)
    explanations = explain and form not in ("csv", "json")
    return FORMATS[form](figures(result, explanations=explanations), language)


def write(result: Result, path: Path, *, language: str = "en", explain: bool = True) -> None:
    """Write a report, whole or not at all; the ending of `path` chooses the format.

    Raises
    ------
    BadArgument
        For an ending or a language that is not known, or a place that cannot be written to.

    """
    path = Path(path)
    form = path.suffix.lower().removeprefix(".")
    if form not in FORMATS:
        known = ", ".join(f".{name}" for name in FORMATS)
        raise BadArgument("path", str(path), f"the ending names the format; end it in one of {known}")
    if path.is_dir():
        raise BadArgument("path", str(path), "is a folder; name a file")
    content = rendered(result, form, language=language, explain=explain)
    try:
        _replace(path, content)
    except OSError as error:
        raise BadArgument(
            "path", str(path), f"cannot be written ({error.strerror}); choose another place"
        ) from error


def _replace(path: Path, content: bytes) -> None:
    """Write beside the path, then move over it, so that nobody ever sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".report-") as work:
        made = Path(work) / "report"
        made.write_bytes(content)
        made.replace(path)
