"""The API against its own schema, with questions that schemathesis makes up (requirements/api.txt)."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, settings

schemathesis = pytest.importorskip("schemathesis")

from greenict_portal.config.wsgi import application  # noqa: E402  (the test is skipped first)

PLAIN = {"Accept-Encoding": "identity"}  # without a server in between nobody unpacks
pytestmark = pytest.mark.django_db
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


@schema.parametrize()
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_the_schema_says(case):
    cache.clear()
    case.call_and_validate(headers=PLAIN)
