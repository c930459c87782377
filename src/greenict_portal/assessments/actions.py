"""What changes something. Each action owns its transaction, its permission check and its refusals."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import F
from django.utils.translation import gettext as _

from greenict_portal.assessments import engine, queries
from greenict_portal.assessments.models import AT_WORK, Assessment, State
from greenict_portal.foundation.refusals import ActionRefused

if TYPE_CHECKING:
    from uuid import UUID

    from django.core.files.uploadedfile import UploadedFile

    from greenict_portal.foundation.viewers import Viewer

SUFFIXES = (".csv.gz", ".tsv.gz", ".txt.gz", ".csv", ".tsv", ".txt", ".xlsx", ".parquet")
MOST_ATTEMPTS = 2
PROGRESS_STEP = 0.04
BROKEN_OFF = timedelta(days=1)

Enqueue = Callable[[str], object]
log = logging.getLogger(__name__)


class UnknownKind(ActionRefused):
    """A file whose ending says that it is no table."""


class NotAtThisPoint(ActionRefused):
    """Something asked of an assessment that has not come so far, or has gone further."""


class BadRowsLeft(ActionRefused):
    """A start with bad rows that were neither mended nor left out on purpose."""


def receive(
    viewer: Viewer,
    file: UploadedFile[Any],
    *,
    name: str,
    profile: str,
    factor_sets: Sequence[str],
    decimal: str,
    now: datetime,
    then: Enqueue,
) -> Assessment:
    """Keep an inventory that somebody sent, and have it checked."""
    shown = _shown_name(file.name or "")
    suffix = next((ending for ending in SUFFIXES if shown.lower().endswith(ending)), None)
    if suffix is None:
        raise UnknownKind(
            _("The file “%(name)s” is no table that can be read. Send CSV, XLSX or Parquet.")
            % {"name": shown},
            field="file",
        )
    assessment = Assessment(
        owner_key=viewer.key,
        name=name.strip() or shown,
        file_name=shown,
        file_bytes=file.size or 0,
        stored_as=f"inventory{suffix}",
        profile=profile,
        factor_sets=list(factor_sets),
        decimal=decimal,
        created_at=now,
    )
    _keep(file, queries.upload_path(assessment))
    assessment.save()
    then(str(assessment.pk))
    return assessment


def _shown_name(name: str) -> str:
    """The name of a file as it may be shown: its last part, without signs that hide or turn text, not too long."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    printable = "".join(sign for sign in last if sign.isprintable()).strip() or "inventory"
    return printable if len(printable) <= 120 else printable[:80] + "…" + printable[-30:]


def _keep(file: UploadedFile[Any], path: Path) -> None:
    """Move the arrived file to its place: a rename, for it lies on the same disk."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    arrived = getattr(file, "temporary_file_path", None)
    if arrived is not None:
        Path(arrived()).replace(path)
        return
    with path.open("wb") as kept:
        for piece in file.chunks():
            kept.write(piece)


def check(pk: UUID) -> None:
    """Let the library look at an inventory, and keep what it understood."""
    assessment = _taken(pk, State.CHECKING, State.CHECKING)
    if assessment is None:
        return
    try:
        report = engine.check(
            queries.upload_path(assessment), queries.bad_rows_path(assessment), **_arguments(assessment)
        )
    except engine.GreenictError as trouble:
        _settle(assessment, State.UNREADABLE, problem=str(trouble))
        return
    except BaseException:
        _settle(assessment, State.BROKEN)
        raise
    _settle(assessment, State.CHECKED, check_report=report, attempts=0)


def start(viewer: Viewer, pk: UUID, *, by: Sequence[str], keep_going: bool, then: Enqueue) -> None:
    """Have a checked inventory assessed."""
    assessment = queries.assessment(viewer, pk)
    if assessment.bad_count and not keep_going:
        raise BadRowsLeft(
            _("The file has bad rows. Choose to leave them out, or mend them and send the file again."),
            field="keep_going",
        )
    moved = Assessment.objects.filter(pk=assessment.pk, state=State.CHECKED).update(
        state=State.WAITING, by=list(by), keep_going=keep_going, share_done=None, step="", attempts=0
    )
    if not moved:
        raise NotAtThisPoint(_("This assessment was started already. Open it to see how far it has come."))
    then(str(assessment.pk))


def assess(pk: UUID, *, clock: Callable[[], datetime]) -> None:
    """Let the library assess an inventory, and keep the result."""
    assessment = _taken(pk, State.WAITING, State.COMPUTING)
    if assessment is None:
        return
    try:
        engine.assess(
            queries.upload_path(assessment),
            queries.result_path(assessment),
            progress=_progress(assessment),
            by=assessment.by,
            keep_going=assessment.keep_going,
            name=assessment.name,
            **_arguments(assessment),
        )
    except engine.GreenictError as trouble:
        _settle(assessment, State.REFUSED, problem=str(trouble), finished_at=clock())
        return
    except BaseException:
        _settle(assessment, State.BROKEN, finished_at=clock())
        raise
    _settle(assessment, State.DONE, share_done=1.0, finished_at=clock())


def _arguments(assessment: Assessment) -> dict[str, Any]:
    return {"profile": assessment.profile, "factors": assessment.factor_sets, "decimal": assessment.decimal}


def _taken(pk: UUID, before: State, after: State) -> Assessment | None:
    """The assessment, if it is still there and waiting for this step."""
    taken = Assessment.objects.filter(pk=pk, state=before).update(state=after, attempts=F("attempts") + 1)
    return Assessment.objects.filter(pk=pk).first() if taken else None


def _settle(assessment: Assessment, state: State, **fields: Any) -> None:
    """Write how a step ended; an assessment that was deleted meanwhile stays deleted, with its files."""
    changed = Assessment.objects.filter(pk=assessment.pk).update(state=state, **fields)
    if not changed:
        _remove_files(assessment)


def _progress(assessment: Assessment) -> engine.Progress:
    """Write the progress into the row, but not more often than a person can see."""
    last = ("", -1.0)

    def tell(step: str, share: float) -> None:
        nonlocal last
        if step == last[0] and share - last[1] < PROGRESS_STEP:
            return
        last = (step, share)
        Assessment.objects.filter(pk=assessment.pk).update(step=step[:40], share_done=share)

    return tell


def delete(viewer: Viewer, pk: UUID) -> None:
    """Remove an assessment with its inventory and its result."""
    assessment = queries.assessment(viewer, pk)
    _remove(assessment)


def delete_expired(now: datetime) -> int:
    """Remove assessments older than the site keeps, and uploads that broke off; return how many assessments."""
    for path in Path(settings.FILE_UPLOAD_TEMP_DIR).iterdir():
        if path.stat().st_mtime < (now - BROKEN_OFF).timestamp():
            path.unlink(missing_ok=True)
    old = list(Assessment.objects.filter(created_at__lt=now - timedelta(days=settings.KEEP_DAYS)))
    for assessment in old:
        _remove(assessment)
    return len(old)


def resume(*, check_then: Enqueue, assess_then: Enqueue) -> int:
    """Take up again what a worker left behind when it stopped; give up what stopped it twice."""
    left = list(Assessment.objects.filter(state__in=AT_WORK))
    for assessment in left:
        if assessment.attempts >= MOST_ATTEMPTS:
            log.error("assessment %s stopped the worker %s times", assessment.pk, assessment.attempts)
            _settle(assessment, State.BROKEN)
            continue
        checking = assessment.state == State.CHECKING
        state = State.CHECKING if checking else State.WAITING
        Assessment.objects.filter(pk=assessment.pk).update(state=state)
        (check_then if checking else assess_then)(str(assessment.pk))
    return len(left)


def _remove(assessment: Assessment) -> None:
    Assessment.objects.filter(pk=assessment.pk).delete()
    _remove_files(assessment)


def _remove_files(assessment: Assessment) -> None:
    for folder in (queries.upload_path(assessment).parent, queries.result_path(assessment)):
        shutil.rmtree(folder, ignore_errors=True)
