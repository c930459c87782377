"""What changes something. Each action owns its transaction, its permission check and its refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from greenict_portal.calculators import engine, queries
from greenict_portal.calculators.models import Calculation
from greenict_portal.foundation import numbers
from greenict_portal.foundation.refusals import ActionRefused

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from greenict_portal.foundation.viewers import Viewer


LONGEST = 20_000


class TooManyKept(ActionRefused):
    """One calculation more than a viewer may keep."""


class TooLongToKeep(ActionRefused):
    """Inputs that are longer than a calculation that is kept may have."""


@transaction.atomic
def keep(
    viewer: Viewer, answer: engine.Answer, given: engine.Given, *, now: datetime, beside: UUID | None = None
) -> Calculation:
    """Keep a calculation for whoever made it, beside an assessment or alone; what is too old for anybody goes."""
    Calculation.objects.filter(created_at__lt=queries.expiry(now)).delete()
    if Calculation.objects.filter(owner_key=viewer.key).count() >= queries.KEPT:
        raise TooManyKept(
            _("You keep %(count)s calculations already. Download them, and delete what you no longer need.")
            % {"count": numbers.number(queries.KEPT)}
        )
    method, found = answer.method, answer.range
    asked = engine.as_texts(method, given)
    if sum(map(len, asked.values())) > LONGEST:
        raise TooLongToKeep(
            _("The inputs have more than %(count)s signs. Download the result over the API instead.")
            % {"count": numbers.number(LONGEST)}
        )
    return Calculation.objects.create(
        owner_key=viewer.key,
        method=method.id,
        title=method.title[:300],
        asked=asked,
        inputs={name: engine.plain(value) for name, value in answer.inputs.items()},
        value=engine.plain(answer.value),
        low=found.low if found else None,
        high=found.high if found else None,
        unit=method.unit,
        source=method.source,
        created_at=now,
        beside=beside,
    )


def delete(viewer: Viewer, pk: UUID) -> None:
    """Remove a calculation of one's own."""
    queries.calculation(viewer, pk).delete()


def delete_all(viewer: Viewer, beside: UUID | None = None) -> None:
    """Remove all that a viewer has kept, or all of it that stands beside one assessment."""
    if not viewer.key:
        return
    kept = Calculation.objects.filter(owner_key=viewer.key)
    (kept.filter(beside=beside) if beside else kept).delete()
