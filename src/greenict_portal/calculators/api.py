"""The API of the methods: the catalogue, one method, its computing. A refusal is a problem of RFC 9457.

Nothing is kept and no cookie is read, so a call needs no token of a form; another site's pages get no
permission to read the answers.
"""

from __future__ import annotations

import json
from functools import wraps
from http import HTTPStatus
from math import isfinite
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from ninja import NinjaAPI, P, PathEx, QueryEx
from ninja.decorators import decorate_view
from ninja.errors import HttpError, ValidationError

from greenict_portal.calculators import engine
from greenict_portal.calculators.shapes import Computation, Computed, Declaration, Methods, Problem
from greenict_portal.foundation import limits
from greenict_portal.foundation.refusals import ActionRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PROBLEM = "application/problem+json"
SHOWN = 200

api = NinjaAPI(
    title="GreenICT methods",
    version="1",
    description=(
        "Every method of the catalogue: its declaration, and its computing. "
        "Units stand in the names of the inputs. A refusal is a problem of RFC 9457 that names "
        "the argument, its value and the mend."
    ),
    openapi_url="/openapi.json",
    docs_url=None,
    urls_namespace="api-v1",
)


def _problems(*statuses: int) -> dict[str, Any]:
    """The refusals of an operation, for the schema."""
    return {
        str(status): {
            "description": HTTPStatus(status).phrase,
            "content": {PROBLEM: {"schema": Problem.json_schema()}},
        }
        for status in statuses
    }


def _limited(run: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Refuse what is too large or too much before its body is read."""

    @wraps(run)
    def checked(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponseBase:
        size = request.META.get("CONTENT_LENGTH") or "0"
        if not size.isdigit() or int(size) > settings.COMPUTATION_LIMIT_BYTES:
            limit = f"{settings.COMPUTATION_LIMIT_BYTES:,}"
            return problem(413, f"the body has {size} bytes; send at most {limit}")
        try:
            limits.refuse_too_often(request, "computations", settings.COMPUTATIONS_PER_HOUR)
        except ActionRefused as refusal:
            return problem(int(refusal.status), refusal.sentence)
        return run(request, *arguments, **named)

    return checked


@api.get(
    "/methods/",
    response=Methods,
    operation_id="list_methods",
    summary="List the methods",
    openapi_extra={"responses": _problems(422)},
)
def list_methods(
    request: HttpRequest,  # noqa: ARG001
    topic: QueryEx[str, P(description="Only the methods of this topic.")] = "",
    q: QueryEx[
        str, P(max_length=200, description="Words that must all occur in the method's declaration.")
    ] = "",
) -> dict[str, Any]:
    """The methods, all of them or those of a topic or of a search."""
    found = engine.search(q, topic)
    return {"count": len(found), "methods": [engine.listed(one) for one in found]}


@api.get(
    "/methods/{method_id}",
    response=Declaration,
    operation_id="show_method",
    summary="Show a method",
    openapi_extra={"responses": _problems(404)},
)
def show_method(
    request: HttpRequest,  # noqa: ARG001
    method_id: PathEx[str, P(description="The name of a method.")],
) -> dict[str, Any]:
    """The declaration of a method: equation, validity, source, arguments and the schema of its inputs."""
    return engine.declaration(engine.find(method_id))


@api.post(
    "/methods/{method_id}/compute",
    response=Computed,
    operation_id="compute_method",
    summary="Compute a method",
    openapi_extra={"responses": _problems(400, 404, 413, 422, 429)},
)
@decorate_view(_limited)
def compute_method(
    request: HttpRequest,  # noqa: ARG001
    body: Computation,
    method_id: PathEx[str, P(description="The name of a method.")],
) -> HttpResponse:
    """The result of a method: the same JSON as greenict calc METHOD name=value --format json."""
    method = engine.find(method_id)
    _refuse_unwritable(body.inputs)
    answer = engine.answer(method, engine.read_json(method, body.inputs), with_defaults=body.defaults)
    return HttpResponse(engine.as_json(answer), content_type="application/json")


def _refuse_unwritable(inputs: Mapping[str, Any]) -> None:
    """Refuse halves of signs (lone surrogates): they could not be written back."""
    try:
        json.dumps(inputs, ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError) as trouble:
        raise HttpError(422, "the inputs hold half a sign, or are nested too deep; mend them") from trouble


def problem(status: int, detail: str, **more: Any) -> HttpResponse:
    """A refusal as RFC 9457 has it."""
    said = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    named = {name: value for name, value in more.items() if value is not None}
    return HttpResponse(json.dumps({**said, **named}), status=status, content_type=PROBLEM)


@api.exception_handler(engine.BadArgument)
def _bad_argument(request: HttpRequest, trouble: engine.BadArgument) -> HttpResponse:  # noqa: ARG001
    detail = f"{trouble.argument} = {_shown(trouble.value)!r}: {trouble.mend}"
    return problem(422, detail, argument=trouble.argument, value=_shown(trouble.value), mend=trouble.mend)


@api.exception_handler(engine.UnknownName)
def _unknown_name(request: HttpRequest, trouble: engine.UnknownName) -> HttpResponse:  # noqa: ARG001
    if trouble.kind == "method":
        return problem(
            404, f"no method {trouble.name[:SHOWN]!r}", value=trouble.name[:SHOWN], mend=trouble.mend
        )
    argument = trouble.name[:SHOWN] if trouble.kind.startswith("argument of") else trouble.kind
    value = None if trouble.kind.startswith("argument of") else trouble.name[:SHOWN]
    return problem(422, str(trouble)[:2000], argument=argument, value=value, mend=trouble.mend)


@api.exception_handler(engine.GreenictError)
def _refused(request: HttpRequest, trouble: engine.GreenictError) -> HttpResponse:  # noqa: ARG001
    return problem(422, str(trouble))


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, trouble: ValidationError) -> HttpResponse:  # noqa: ARG001
    first = trouble.errors[0]
    place = ".".join(str(part) for part in first["loc"])
    detail = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in trouble.errors[:5])
    return problem(422, detail, argument=place, mend=str(first["msg"]))


@api.exception_handler(HttpError)
def _http(request: HttpRequest, trouble: HttpError) -> HttpResponse:  # noqa: ARG001
    return problem(trouble.status_code, str(trouble))


@api.exception_handler(RequestDataTooBig)
@api.exception_handler(TooManyFieldsSent)
def _too_much(request: HttpRequest, trouble: Exception) -> HttpResponse:  # noqa: ARG001
    return problem(413, "the request holds too much; send less")


def _shown(value: Any) -> Any:
    """A refused value as JSON can hold it, shortened where it is long."""
    if value is None or isinstance(value, bool):
        return value
    if (
        isinstance(value, float | int)
        and not isinstance(value, bool)
        and abs(value) < 1e308
        and isfinite(value)
    ):
        return value
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def with_problems() -> tuple[Any, ...]:
    """The addresses of the API, the wrong verb refused as a problem too."""
    patterns, *names = api.urls
    for pattern in patterns:
        if pattern.callback is not None:
            pattern.callback = _verbs_as_problems(pattern.callback)
    return (patterns, *names)


def _verbs_as_problems(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    @wraps(view)
    def checked(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponseBase:
        response = view(request, *arguments, **named)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
            return response
        allowed = response.headers["Allow"]
        refused = problem(405, f"{request.method} is not offered here; use {allowed}", mend=allowed)
        refused.headers["Allow"] = allowed
        return refused

    return checked


@csrf_exempt
def nothing(request: HttpRequest) -> HttpResponse:
    """An address that the API does not have."""
    return problem(404, f"the API has no address {request.path[:SHOWN]}; see /api/v1/openapi.json")


@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    """The API for people: its operations, written from the same schema, without scripts from elsewhere."""
    schema = api.get_openapi_schema()
    operations = [
        {
            "verb": verb.upper(),
            "path": path,
            "about": operation,
            "parameters": operation.get("parameters", []),
            "body": _properties(schema, operation.get("requestBody")),
            "answers": [
                {"status": status, "description": answer["description"]}
                for status, answer in sorted(operation["responses"].items(), key=lambda each: str(each[0]))
            ],
        }
        for path, operations in schema["paths"].items()
        for verb, operation in operations.items()
    ]
    host = f"{request.scheme}://{request.get_host()}"
    context = {"schema": schema, "operations": operations, "host": host}
    return render(request, "calculators/api.html", context)


def _properties(schema: Mapping[str, Any], body: Mapping[str, Any] | None) -> list[dict[str, Any]]:
    """The fields of a body, by the schema."""
    if not body:
        return []
    reference = body["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    fields: Mapping[str, Any] = schema["components"]["schemas"][reference]["properties"]
    return [{"name": name, **about} for name, about in fields.items()]
