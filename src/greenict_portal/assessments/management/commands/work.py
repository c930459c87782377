"""`manage work`: tidy up, take up what was left behind, then work until stopped."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from greenict_portal.assessments import actions, tasks


class Command(BaseCommand):
    """The worker that the server starts beside itself."""

    help = "Remove what is too old, take up interrupted assessments, then work on the queue until stopped."

    def handle(self, *_: Any, **__: Any) -> None:
        """Run until a signal ends it. There is one such worker for a site."""
        actions.delete_expired(timezone.now())
        call_command("clearsessions")
        DBTaskResult.objects.all().delete()  # `resume` puts what is left to do into the queue again
        actions.resume(check_then=tasks.check_inventory.enqueue, assess_then=tasks.assess_inventory.enqueue)
        call_command("db_worker", interval=0.25, startup_delay=False, reload=False, verbosity=0)
