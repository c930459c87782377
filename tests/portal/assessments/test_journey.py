"""Send, check, assess, read, ask why, download, delete."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from datetime import timedelta
from typing import TYPE_CHECKING

import openpyxl
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from greenict_portal.assessments import actions, engine, queries
from greenict_portal.assessments.models import Assessment, State
from greenict_portal.foundation.viewers import Viewer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

pytestmark = pytest.mark.django_db


def _home(made: Assessment) -> str:
    return reverse("assessments:assessment", args=[made.pk])


def _page(client: Client, made: Assessment) -> str:
    """The words of an assessment's page, without its marks."""
    text = client.get(reverse("assessments:assessment", args=[made.pk])).content.decode()
    return " ".join(re.sub(r"<[^>]*>", "", text).split())


def test_a_good_inventory_is_understood(client: Client, sender):
    made = sender(client, name="Fleet")
    assert (made.state, made.name, made.file_name, made.attempts) == (
        State.CHECKED,
        "Fleet",
        "devices.csv",
        0,
    )
    report = made.check_report
    assert (report["rows"], report["tags"], report["bad_count"]) == (3, ["site"], 0)
    assert [(item["item"], item["lines"], item["quantity"]) for item in report["items"]] == [
        ("laptop", 2, 200.0),
        ("server_rack", 1, 6.0),
    ]


def test_bad_rows_are_shown_and_can_be_taken_home(client: Client, sender, with_bad_rows: bytes):
    made = sender(client, with_bad_rows)
    page = _page(client, made)
    assert "2 bad rows" in page
    response = client.get(reverse("assessments:bad_rows", args=[made.pk]))
    rows = list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode("utf-8-sig"))))
    assert [(row["column"], row["value"]) for row in rows] == [("quantity", "many"), ("quantity", "'-3")]
    assert [row["row"] for row in rows] == [str(row["row"]) for row in made.check_report["bad"]]


def test_bad_rows_are_left_out_only_on_purpose(client: Client, sender, with_bad_rows: bytes):
    made = sender(client, with_bad_rows)
    run = reverse("assessments:run", args=[made.pk])
    response = client.post(run, {"by": ["site"]})
    assert response.status_code == 400
    assert "The file has bad rows. Choose to leave them out" in response.content.decode()
    client.post(run, {"by": ["site"], "keep_going": "1"})
    made.refresh_from_db()
    assert made.state == State.DONE
    assert "2 rows left out" in _page(client, made)


def test_a_result_equals_the_librarys(client: Client, assessor, tmp_path: Path, inventory: bytes):
    made = assessor(client)
    response = client.get(reverse("assessments:download", args=[made.pk, "json"]))
    sent = tmp_path / "inventory.csv"
    sent.write_bytes(inventory)
    expected = engine.library.assess(sent, by=("site",), name="devices.csv").to_json()
    assert json.loads(response.content) == json.loads(json.dumps(expected))


def test_parts_on_the_page_are_those_of_the_result(client: Client, assessor):
    made = assessor(client)
    response = client.get(reverse("assessments:assessment", args=[made.pk]) + "?category=final_energy")
    page = response.context["page"]
    total = next(figure for figure in page.totals if figure.name == "final_energy")
    for part in page.breakdowns:
        assert sum(figure.value for figure in part.figures) == pytest.approx(total.value, rel=1e-9)
    assert [part.key for part in page.breakdowns] == ["stage", "site"]


def test_csv_and_xlsx_hold_the_rows(client: Client, assessor):
    made = assessor(client)
    result = engine.open_result(queries.result_path(made))
    text = client.get(reverse("assessments:download", args=[made.pk, "csv"])).content.decode("utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(text)))) == len(result.rows)
    response = client.get(reverse("assessments:download", args=[made.pk, "xlsx"]))
    assert response.headers["Content-Disposition"] == 'attachment; filename="devicescsv.xlsx"'
    book = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content)), read_only=True)
    assert len(book.sheetnames) >= 1


@pytest.mark.parametrize(("kind", "magic"), [("pdf", b"%PDF-"), ("docx", b"PK\x03\x04"), ("html", b"<!")])
def test_reports_are_documents(client: Client, assessor, kind: str, magic: bytes):
    made = assessor(client)
    response = client.get(reverse("assessments:download", args=[made.pk, kind]))
    assert response.status_code == 200
    assert b"".join(response.streaming_content)[: len(magic)] == magic


def test_why_names_factors_sources_and_lines(client: Client, assessor):
    made = assessor(client)
    address = reverse("assessments:explain", args=[made.pk])
    response = client.get(address, {"category": "climate_change", "stage": "use", "site": "Paris"})
    context = response.context
    assert [(part["key"], part["value"]) for part in context["figure"]] == [
        ("Category", "Climate change"),
        ("Life-cycle stage", "Use"),
        ("site", "Paris"),
    ]
    assert sum(row["share"] for row in context["contributions"]) == pytest.approx(1.0)
    assert all(row["source"] for row in context["contributions"])
    item = context["lines"]["columns"].index("item")
    assert [row["cells"][item]["text"] for row in context["lines"]["rows"]] == ["server_rack", "laptop"]


def test_what_has_no_factor_is_missing_and_not_nought(client: Client, sender):
    made = sender(client, b"item,quantity,country,year,site\nfixed_network_gb,100,FRA,2022,Paris\n")
    client.post(reverse("assessments:run", args=[made.pk]), {"by": ["site"]})
    page = client.get(reverse("assessments:assessment", args=[made.pk])).context["page"]
    assert [figure.name for figure in page.totals if figure.value is not None] == ["climate_change"]
    assert (
        _page(client, made).count("No factor for it is known: it is missing, not zero.")
        == len(page.totals) - 1
    )
    why = client.get(reverse("assessments:explain", args=[made.pk]), {"category": "e_waste"})
    assert "No factor for it is known: it is missing, not zero." in why.content.decode()


@pytest.mark.parametrize(
    "question",
    ["category=nothing", "colour=red", "stage=nowhere", "site=Atlantis", "category=climate_change&year=x"],
)
def test_a_figure_that_is_not_there_is_no_page(client: Client, assessor, question: str):
    made = assessor(client)
    assert client.get(reverse("assessments:explain", args=[made.pk]) + "?" + question).status_code == 404


def test_a_kind_that_is_not_there_is_no_download(client: Client, assessor):
    made = assessor(client)
    assert client.get(reverse("assessments:download", args=[made.pk, "exe"])).status_code == 404


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.csv", b""),
        ("nul.csv", b"item,quantity\nlap\x00top,1\n"),
        ("wide.csv", ",".join(f"c{n}" for n in range(10_000)).encode() + b"\n"),
        ("false.xlsx", b"PK\x03\x04 but no workbook"),
        ("false.parquet", b"PAR1 but no table"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
        ("columns.csv", b"a,b\n1,2\n"),
    ],
)
def test_a_hostile_file_ends_in_a_sentence(client: Client, sender, name: str, content: bytes):
    made = sender(client, content, file_name=name)
    bad = made.state == State.CHECKED and made.bad_count > 0
    assert made.state == State.UNREADABLE or bad, made.problem
    page = _page(client, made)
    assert "Traceback" not in page
    assert bad or made.problem


def test_a_file_that_is_no_table_is_refused_at_the_field(client: Client):
    form = {"file": SimpleUploadedFile("virus.exe", b"MZ"), "profile": "l1410", "decimal": "."}
    response = client.post(reverse("assessments:start"), form)
    assert response.status_code == 400
    assert response.context["form"].errors == {
        "file": ["The file “virus.exe” is no table that can be read. Send CSV, XLSX or Parquet."]
    }
    assert Assessment.objects.count() == 0


def test_a_folder_is_no_factor_set_for_a_visitor(client: Client, inventory: bytes):
    form = {
        "file": SimpleUploadedFile("a.csv", inventory),
        "profile": "l1410",
        "decimal": ".",
        "factor_sets": ["/etc"],
    }
    response = client.post(reverse("assessments:start"), form)
    assert response.status_code == 400
    assert list(response.context["form"].errors) == ["factor_sets"]


def test_a_form_without_a_file_says_so(client: Client):
    response = client.post(reverse("assessments:start"), {"profile": "l1410", "decimal": "."})
    assert response.status_code == 400
    assert response.context["form"].errors == {"file": ["Choose a file: CSV, XLSX or Parquet."]}


def test_what_is_done_is_not_started_again(client: Client, assessor):
    made = assessor(client)
    response = client.post(reverse("assessments:run", args=[made.pk]), {"by": []})
    assert response.status_code == 400
    assert "This assessment was started already." in response.content.decode()


def test_progress_tells_the_waiting_page(client: Client, sender):
    made = sender(client)
    address = reverse("assessments:progress", args=[made.pk])
    home = reverse("assessments:assessment", args=[made.pk])
    Assessment.objects.filter(pk=made.pk).update(state=State.COMPUTING, step="match", share_done=0.6)
    assert client.get(address).json() == {
        "finished": False,
        "share": 0.6,
        "words": "Finding the factors",
        "address": home,
    }
    assert '<meta http-equiv="refresh" content="2">' in client.get(home).content.decode()
    Assessment.objects.filter(pk=made.pk).update(state=State.CHECKED)
    assert client.get(address).json()["finished"] is True


def test_deleting_leaves_nothing(client: Client, assessor):
    made = assessor(client)
    response = client.post(reverse("assessments:delete", args=[made.pk]))
    assert response.headers["Location"] == reverse("assessments:start")
    assert Assessment.objects.count() == 0
    assert not (settings.UPLOAD_FOLDER / str(made.pk)).exists()
    assert not (settings.RESULT_FOLDER / str(made.pk)).exists()


def test_what_is_too_old_is_removed_and_the_rest_stays(client: Client, assessor):
    old, new = assessor(client), assessor(client)
    now = timezone.now()
    Assessment.objects.filter(pk=old.pk).update(
        created_at=now - timedelta(days=settings.KEEP_DAYS, seconds=1)
    )
    assert actions.delete_expired(now) == 1
    assert list(Assessment.objects.values_list("pk", flat=True)) == [new.pk]
    assert not (settings.RESULT_FOLDER / str(old.pk)).exists()


def test_an_upload_that_broke_off_is_removed_after_a_day():
    now = timezone.now()
    broken, arriving = (settings.FILE_UPLOAD_TEMP_DIR / name for name in ("broken.upload", "arriving.upload"))
    for path, age in ((broken, timedelta(days=1, minutes=1)), (arriving, timedelta(hours=1))):
        path.write_bytes(b"item")
        os.utime(path, ((now - age).timestamp(),) * 2)
    actions.delete_expired(now)
    assert (broken.exists(), arriving.exists()) == (False, True)
    arriving.unlink()


def test_what_a_dead_worker_left_is_taken_up_once_more_and_then_given_up(client: Client, sender):
    made = sender(client)
    taken: list[str] = []
    for attempts, after in ((1, State.WAITING), (2, State.BROKEN)):
        Assessment.objects.filter(pk=made.pk).update(state=State.COMPUTING, attempts=attempts)
        actions.resume(check_then=taken.append, assess_then=taken.append)
        made.refresh_from_db()
        assert made.state == after
    assert taken == [str(made.pk)]


def test_an_assessment_deleted_while_it_is_computed_leaves_no_files(client: Client, sender, monkeypatch):
    made = sender(client)
    whole = engine.assess

    def deleted_meanwhile(*given: object, **named: object) -> None:
        whole(*given, **named)
        Assessment.objects.filter(pk=made.pk).delete()

    monkeypatch.setattr(engine, "assess", deleted_meanwhile)
    actions.start(Viewer(made.owner_key), made.pk, by=[], keep_going=False, then=lambda _: None)
    actions.assess(made.pk, clock=timezone.now)
    assert not queries.upload_path(made).exists()
    assert not queries.result_path(made).exists()


def test_a_bug_is_no_refusal(client: Client, sender, monkeypatch):
    made = sender(client)

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(engine, "assess", broken)
    actions.start(Viewer(made.owner_key), made.pk, by=[], keep_going=False, then=lambda _: None)
    with pytest.raises(RuntimeError, match="a bug"):
        actions.assess(made.pk, clock=timezone.now)
    made.refresh_from_db()
    assert made.state == State.BROKEN
    assert "Something broke on our side while the file was worked on." in _page(client, made)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_three(
    client: Client, sender, django_assert_num_queries: Callable[..., object], count: int
):
    for _ in range(count):
        sender(client)
    with django_assert_num_queries(2):  # the session, the list
        client.get(reverse("assessments:start"))


def test_a_result_costs_two_queries(
    client: Client, assessor, django_assert_num_queries: Callable[..., object]
):
    made = assessor(client)
    with django_assert_num_queries(2):  # the session, the row
        client.get(reverse("assessments:assessment", args=[made.pk]))


@pytest.mark.usefixtures("example")
def test_the_example_asks_no_database(client: Client, django_assert_num_queries: Callable[..., object]):
    with django_assert_num_queries(0):
        client.get(reverse("assessments:front"))
        client.get(reverse("assessments:example"))


@pytest.mark.usefixtures("example")
def test_the_first_page_shows_the_last_year_of_the_example(client: Client):
    context = client.get(reverse("assessments:front")).context
    assert (context["first_year"], context["year"]) == (2001, 2022)
    assert [figure.name for figure in context["totals"]] == list(queries.example().totals)
    in_2022 = context["flow_rows"][0]
    assert in_2022["year"] == 2022
    assert in_2022["values"] == pytest.approx([23_976_905.4, 1_469_294.33, 1_742_163.96], rel=1e-6)


def test_the_example_inventory_can_be_assessed(client: Client, sender):
    response = client.get(reverse("assessments:example_inventory"))
    content = b"".join(response.streaming_content)
    assert sender(client, content).state == State.CHECKED


def test_no_text_passes_for_a_formula():
    text = io.StringIO()
    engine.write_table(
        text, ["site", "value"], [{"site": "=1+1", "value": -2.5}, {"site": "@x", "value": None}]
    )
    assert list(csv.reader(io.StringIO(text.getvalue()))) == [
        ["site", "value"],
        ["'=1+1", "-2.5"],
        ["'@x", ""],
    ]
