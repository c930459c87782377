"""Whatever the file: it ends in a result, or in a refusal that names the file."""

import contextlib
import datetime as dt
import decimal
import gzip
import io
import random
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from builders import (
    assessed,
    factor_set,
    inventory,
    inventory_text,
    packed,
    parquet,
    parts,
    totals,
    written,
    xlsx,
)
from hypothesis import example, given, settings
from hypothesis import strategies as st

from greenict.assess import Result, lines
from greenict.errors import BadArgument, BadFile, BadRows, GreenictError
from greenict.scenario import assess, check

QUICK = settings(max_examples=14, deadline=None)
NASTY = st.sampled_from(
    [
        "", " ", "1", "-1", "0", "1e308", "1e400", "nan", "inf", "-inf", "1,5", "1.5", "0x1F", "1_0", "=1+1", "=cmd|'/c calc'!A0",
        "laptop", "gas", "FRA", "فرنسا", "2024", "2024.5", "\0", "a\0b", "\t", "a\nb", "a\r\nb", "\r", '"', '""', "'", "';--",
        'a"; drop table x; --', "${HOME}", "../../etc/passwd", "\u202eabc", "\ufeff", "é", "\x85", "\u2028", "🙂", "x" * 300, "true", "NULL",
        "None", "9" * 40, "-0", "1e-320", "١٢", "٫", "1\u00a0000", ",", ";", "\x1a", "\x1b[31m", "{}", "%s", "[1]",
    ]
)  # fmt: skip
CELL = st.one_of(NASTY, st.text(max_size=8), st.floats().map(str), st.integers().map(str))
NAMES = ["item", "quantity", "country", "year", "lifetime_years", "annual_energy_kwh", "pue", "purchase_year", "uncertainty_percent",
         "contract_energy_kwh", "contract_ghg_kg_per_kwh", "data_class", "site"]  # fmt: skip
NAME = st.one_of(st.sampled_from(NAMES), NASTY, st.text(max_size=5))


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    return factor_set(tmp_path_factory.mktemp("sets"))


def _named(refusal, path):
    """The refusal, which names the file and tells nobody where it lies."""
    assert path.name in str(refusal)
    assert f"{path.parent}/" not in str(refusal)
    return refusal


def settles(data, tiny, file="stock.csv", by=(), **asked):
    """Check, assess, save, open and ask for lines; anything but a result or a refusal is an error of the test."""
    with tempfile.TemporaryDirectory() as folder:
        path = data if isinstance(data, Path) else inventory_text(folder, data, file)
        question = {"factors": [tiny], "default_factors": False, "by": by, **asked}
        with contextlib.suppress(GreenictError):
            check(path, **question)
        try:
            result = assess(path, draws=10, **question)
        except BadArgument:
            return None
        except GreenictError as error:
            return _named(error, path)
        result.save(Path(folder) / "result")
        assert Result.open(Path(folder) / "result").to_json() == result.to_json()
        lines(result, path)
        return result


@QUICK
@given(data=st.binary(max_size=300))
def test_any_bytes(tiny, data):
    settles(data, tiny)


@QUICK
@given(
    start=st.sampled_from(
        [b"PAR1", b"PK\x03\x04", b"\x1f\x8b\x08", b"\xff\xfe", b"\xef\xbb\xbf", b"item,quantity\n"]
    ),
    data=st.binary(max_size=200),
)
def test_any_bytes_after_a_known_beginning(tiny, start, data):
    settles(start + data, tiny)


@QUICK
@given(data=st.text(alphabet='item,quantity\n\r";\t 1é\0=', max_size=120), going=st.booleans())
def test_any_text_of_the_letters_of_a_table(tiny, data, going):
    settles("item,quantity\n" + data, tiny, keep_going=going)


@QUICK
@given(
    names=st.lists(NAME, min_size=1, max_size=6),
    rows=st.lists(st.lists(CELL, max_size=8), max_size=6),
    join=st.sampled_from([",", ";", "\t"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    going=st.booleans(),
    comma=st.sampled_from([".", ","]),
)
def test_any_cells_without_quotes(tiny, names, rows, join, end, going, comma):
    header = ["item", "quantity", *names]
    text = end.join(join.join(cells) for cells in [header, *rows])
    settles(text.encode("utf-8", "surrogatepass"), tiny, keep_going=going, decimal=comma)


@QUICK
@given(
    rows=st.lists(st.fixed_dictionaries(dict.fromkeys(NAMES, CELL)), min_size=1, max_size=5),
    going=st.booleans(),
    profile=st.sampled_from(["l1410", "l1420", "ghg-protocol"]),
)
@example(
    rows=[{**dict.fromkeys(NAMES, ""), "item": "laptop", "quantity": "1", "year": "1e400"}],
    going=True,
    profile="l1410",
)
def test_any_cells_with_quotes(tiny, rows, going, profile):
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            {name: cell.encode("utf-8", "replace").decode() for name, cell in row.items()} for row in rows
        ]
        settles(inventory(folder, *rows, columns=NAMES), tiny, keep_going=going, by=["site"], profile=profile)


VALUE = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**62), 2**62), st.floats(), st.text(max_size=6), st.sampled_from(["laptop", "FRA", "2024"]),
    st.dates(), st.datetimes(), st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-999, max_value=999),
    st.binary(max_size=4), st.lists(st.integers(0, 5), max_size=2), st.just({"a": 1}), st.timedeltas(), st.times(),
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(
    columns=st.dictionaries(st.sampled_from(NAMES), st.tuples(VALUE, VALUE), max_size=6),
    item=VALUE,
    quantity=VALUE,
    going=st.booleans(),
)
def test_any_types_of_parquet(tiny, columns, item, quantity, going):
    whole = {"item": ("laptop", item), "quantity": (1, quantity), **columns}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stock.parquet"
        try:
            pq.write_table(pa.table({name: list(values) for name, values in whole.items()}), path)
        except (pa.ArrowException, TypeError, OverflowError, UnicodeEncodeError):
            return
        settles(path, tiny, by=["site"] if "site" in whole else [], keep_going=going)


TYPES = {
    "null": pa.array([None, None]),
    "list": pa.array([[1], [2]]),
    "struct": pa.array([{"a": 1}, {"a": 2}]),
    "map": pa.array([[("a", 1)], []], pa.map_(pa.string(), pa.int64())),
    "binary": pa.array([b"a", b"\xff"]),
    "dictionary": pa.array(["a", "b"]).dictionary_encode(),
    "bool": pa.array([True, False]),
    "date": pa.array([dt.date(2024, 1, 1)] * 2),
    "timestamp": pa.array([dt.datetime(2024, 1, 1, tzinfo=dt.UTC)] * 2),
    "duration": pa.array([dt.timedelta(1)] * 2),
    "time": pa.array([dt.time(1)] * 2),
    "decimal": pa.array([decimal.Decimal("1.50")] * 2),
    "uint64": pa.array([2**63, 1], pa.uint64()),
    "int8": pa.array([1, 2], pa.int8()),
    "half": pa.array([1.0, 2.0], pa.float16()),
    "large": pa.array(["a", "b"], pa.large_string()),
    "view": pa.array(["a", "b"], pa.string_view()),
    "huge": pa.array([1e308, 1e-308]),
}


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("column", ["item", "quantity", "country", "year", "pue", "site"])
def test_every_type_in_every_column(tiny, tmp_path, kind, column):
    columns = {
        "item": pa.array(["laptop", "gas"]),
        "quantity": pa.array([1, 2]),
        "year": pa.array([2024, 2024]),
    }
    pq.write_table(pa.table({**columns, column: TYPES[kind]}), tmp_path / "stock.parquet")
    settles(
        tmp_path / "stock.parquet",
        tiny,
        by=["site"] if column == "site" else [],
        keep_going=True,
        profile="ghg-protocol",
    )


def large_csv():
    pick = random.Random(1)
    return "item,quantity,site\n" + "".join(
        f"laptop,{pick.random()},{pick.random()}\n" for _ in range(12_000)
    )


@pytest.mark.parametrize("part", [0.01, 0.3, 0.9, 0.999])
@pytest.mark.parametrize("form", ["gzip", "parquet", "xlsx", "parquet in gzip", "xlsx in gzip"])
def test_a_file_that_was_cut_off_is_refused(tiny, tmp_path, form, part):
    rows = [{"item": "laptop", "quantity": n / 7, "site": str(n)} for n in range(2000)]
    path = {
        "gzip": lambda: packed(inventory_text(tmp_path, large_csv())),
        "parquet": lambda: parquet(tmp_path / "a.parquet", rows),
        "xlsx": lambda: xlsx(tmp_path / "a.xlsx", rows),
        "parquet in gzip": lambda: packed(parquet(tmp_path / "a.parquet", rows)),
        "xlsx in gzip": lambda: packed(xlsx(tmp_path / "a.xlsx", rows)),
    }[form]()
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * part)])
    assert isinstance(settles(path, tiny, by=["site"]), GreenictError)


@pytest.mark.parametrize("form", [parquet, xlsx])
@settings(max_examples=20, deadline=None)
@given(places=st.lists(st.integers(0, 10**6), min_size=1, max_size=6), byte=st.integers(0, 255))
def test_a_file_with_other_bytes_in_it(tiny, form, places, byte):
    with tempfile.TemporaryDirectory() as folder:
        path = form(Path(folder) / "stock.bin", [{"item": "laptop", "quantity": n / 7} for n in range(50)])
        data = bytearray(path.read_bytes())
        for place in places:
            data[place % len(data)] ^= byte
        path.write_bytes(bytes(data))
        settles(path, tiny)


def workbook(tmp_path, *rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "stock.xlsx")
    return tmp_path / "stock.xlsx"


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([["item", "quantity"], ["laptop", "=1+1"]], "cell B2 in row 2 holds a formula"),
        ([["item", "quantity"], ["laptop", '=HYPERLINK("x")']], "holds a formula"),
        ([["item", "=A1"], ["laptop", 1]], "holds a formula"),
        ([["item", "quantity"], ["laptop", 1, 2]], "row 2 has more cells than the header"),
        ([["item", "quantity", "Item"], ["laptop", 1, 2]], "two columns are called 'item'"),
        ([["item", None, "quantity"], ["laptop", 1, 2]], "column 2 has no name"),
        ([["item", "quantity", *range(300)]], "columns"),
        ([[None]], "the first row of the first sheet is blank"),
        ([], "the first row of the first sheet is blank"),
    ],
)
def test_a_sheet_that_is_no_table_is_refused(tiny, tmp_path, rows, words):
    refusal = settles(workbook(tmp_path, *rows), tiny)
    assert words in str(refusal)


def zipped(tmp_path, **members):
    path = tmp_path / "stock.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return path


def test_a_zip_that_is_no_workbook_is_refused(tiny, tmp_path):
    assert "no XLSX workbook" in str(settles(zipped(tmp_path, **{"a.txt": "hello"}), tiny))
    assert "cannot be read" in str(settles(zipped(tmp_path, **{"xl/workbook.xml": "hello"}), tiny))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tiny, tmp_path):
    good = xlsx(tmp_path / "good.xlsx", [{"item": "laptop", "quantity": 1}])
    path = tmp_path / "stock.xlsx"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bomb:
        for name in source.namelist():
            bomb.writestr(name, source.read(name) + (b" " * 30_000_000 if "sheet1" in name else b""))
    assert "times its size" in str(settles(path, tiny))


def test_a_workbook_with_entities_that_grow_is_refused(tiny, tmp_path):
    good = xlsx(tmp_path / "good.xlsx", [{"item": "laptop", "quantity": 1}])
    path = tmp_path / "stock.xlsx"
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 9))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "laptop">{entities}]><sst count="1"><si><t>&e8;</t></si></sst>'
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            made.writestr(name, bomb if "sharedStrings" in name else source.read(name))
    assert isinstance(settles(path, tiny), BadFile)


def test_a_gzip_bomb_of_one_line_is_refused(tiny, tmp_path):
    path = tmp_path / "stock.csv.gz"
    path.write_bytes(gzip.compress(b"item,quantity\nlaptop," + b"1" * 30_000_000))
    assert isinstance(settles(path, tiny), GreenictError)


@pytest.mark.parametrize(
    "name",
    [
        'a"; drop table x; --',
        "'",
        "a'); attach 'x' as y; --",
        "select",
        "k_item",
        "bad",
        "lines",
        "1st",
        "é",
        "a-b",
        "group by",
        "%",
        "Site Name",
        "row",
    ],
)
@pytest.mark.parametrize("make", [inventory, "parquet", "xlsx"])
def test_names_of_columns_are_only_names(tiny, tmp_path, name, make):
    rows = [
        {"item": "laptop", "quantity": 1, name: "o'b\"; drop"},
        {"item": "laptop", "quantity": 2, name: "--"},
    ]
    path = (
        make(tmp_path, *rows)
        if make is inventory
        else {"parquet": parquet, "xlsx": xlsx}[make](tmp_path / "stock", rows)
    )
    if name in ("%", "'"):
        assert "has no name" in str(settles(path, tiny))
        return
    (tag,) = check(path, factors=[tiny], default_factors=False).tags
    if name == "lines":
        with pytest.raises(BadArgument, match=r"words? that results use"):
            assessed(path, None, tiny, by=[tag])
        return
    result = assessed(path, None, tiny, by=[tag])
    assert {key[0]: value for key, value in parts(result, tag).items() if key[1] == "e_waste"} == {
        "o'b\"; drop": 2,
        "--": 4,
    }
    assert [line["row"] for line in lines(result, path, **{tag: "--"})] == [2 if make == "parquet" else 3]


@pytest.mark.parametrize(
    "name",
    [
        "inv[1].csv",
        "a*.csv",
        "a?.csv",
        "{a,b}.csv",
        "o'brien.csv",
        'a";drop.csv',
        "a\nb.csv",
        "s3:x.csv",
        "-.csv",
        "é.csv",
        "a.parquet",
        "x.gz",
        "year=2001.csv",
    ],
)
def test_a_file_is_read_alone_whatever_its_name(tiny, tmp_path, name):
    inventory(tmp_path, {"item": "server_rack", "quantity": 1}, file="a1.csv")
    path = inventory(tmp_path, {"item": "laptop", "quantity": 1}, file=name)
    result = assessed(path, None, tiny)
    assert totals(result)["e_waste"] == 2
    assert {row["item"] for row in result.breakdown("item")} == {"laptop"}
    assert len(lines(result, path)) == 1


def test_a_folder_name_is_no_column(tiny, tmp_path):
    folder = tmp_path / "year=2001" / "country=USA"
    folder.mkdir(parents=True)
    path = parquet(folder / "a.parquet", [{"item": "laptop", "quantity": 1, "country": "FRA", "year": 2024}])
    assert {key[:2] for key in parts(assessed(path, None, tiny), "country", "year")} == {("FRA", "2024")}


@pytest.mark.parametrize(
    "tag", ["value", "unit", "p05", "p50", "p95", "has_energy", "has_lifetime", "has_pue", "lines"]
)
def test_a_tag_cannot_take_the_place_of_a_word_of_the_result(tiny, tmp_path, tag):
    path = inventory(tmp_path, {"item": "laptop", "quantity": 1, tag: "true"})
    with pytest.raises(BadArgument, match=f"by = '{tag}'"):
        assessed(path, None, tiny, by=[tag])
    plain = inventory(tmp_path, {"item": "laptop", "quantity": 1}, file="plain.csv")
    assert totals(assessed(path, None, tiny)) == totals(assessed(plain, None, tiny))


GOOD = [
    {"item": "laptop", "quantity": n + 1, "country": "FRA", "year": 2024, "site": "ab"[n % 2]}
    for n in range(8)
]
BAD = [
    {**GOOD[0], "quantity": -1},
    {**GOOD[0], "item": "nothing_like_it"},
    {**GOOD[0], "country": "Narnia"},
    {**GOOD[0], "item": "gas", "country": "Narnia"},
    {**GOOD[0], "year": 1800},
    {**GOOD[0], "quantity": None},
]


@pytest.mark.parametrize("make", [inventory, "parquet", "xlsx"])
@settings(max_examples=6, deadline=None)
@given(
    where=st.lists(st.sampled_from(range(8)), min_size=1, max_size=4),
    which=st.lists(st.sampled_from(BAD), min_size=4, max_size=4),
)
def test_good_rows_count_the_same_beside_bad_ones(tiny, make, where, which):
    mixed = list(GOOD)
    for place, broken in zip(where, which, strict=False):
        mixed.insert(place, broken)
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for name, rows in (("mixed", mixed), ("good", GOOD)):
            target = Path(folder) / name
            files.append(
                inventory(folder, *rows, file=name)
                if make is inventory
                else {"parquet": parquet, "xlsx": xlsx}[make](target, rows)
            )
        found = assessed(files[0], None, tiny, keep_going=True, by=["site"], draws=20)
        alone = assessed(files[1], None, tiny, by=["site"], draws=20)
        with pytest.raises(BadRows) as refusal:
            assessed(files[0], None, tiny)
    assert found.totals == alone.totals
    assert found.rows == alone.rows
    assert found.coverage == alone.coverage
    first = 1 if make == "parquet" else 2
    wrong = [number for number, row in enumerate(mixed, start=first) if row in BAD]
    assert sorted({row["row"] for row in found.left_out}) == wrong
    assert sorted({row.row for row in refusal.value.rows}) == wrong
    assert refusal.value.count == len(wrong) == found.meta["input"]["left_out"]
    assert found.meta["input"]["rows"] == len(mixed)


def test_lines_of_a_file_with_torn_rows_have_their_own_numbers(tiny, tmp_path):
    text = "item,quantity,site\nlaptop,1,a\nlaptop,1,a,b\nlaptop,3,c\nlaptop,-1,c\nlaptop,2,e\n"
    path = inventory_text(tmp_path, text)
    result = assessed(path, None, tiny, keep_going=True)
    assert [line["row"] for line in lines(result, path)] == [4, 6, 2]


SALES_CELLS = st.fixed_dictionaries(dict.fromkeys(("country", "unu_key", "year", "amount", "unit"), CELL))


@settings(max_examples=12, deadline=None)
@given(rows=st.lists(SALES_CELLS, min_size=1, max_size=4), going=st.booleans())
def test_any_cells_of_sales(rows, going):
    with tempfile.TemporaryDirectory() as folder:
        good = {"country": "FRA", "unu_key": "0303", "year": 2020, "amount": 1, "unit": "t"}
        rows = [
            {name: cell.encode("utf-8", "replace").decode() for name, cell in row.items()} for row in rows
        ]
        path = written(Path(folder) / "sales.csv", [good, *rows])
        try:
            assess(path, draws=0, keep_going=going, until=2022)
        except GreenictError as error:
            _named(error, path)


@pytest.mark.parametrize(
    "row",
    [
        "Narnia,0303,2020,1,t",
        "FRA,9999,2020,1,t",
        "FRA,0303,2020,-1,t",
        "FRA,0303,2020,1,stone",
        "FRA,0303,2020",
        "FRA,0303,1800,1,t",
    ],
)
def test_a_bad_row_of_sales_is_named_and_left_out_where_asked(tmp_path, row):
    head = "country,unu_key,year,amount,unit\n"
    good = "FRA,0303,2020,1,t\n"
    path = inventory_text(tmp_path, head + good + row + "\n" + good.replace("2020", "2021"))
    with pytest.raises(BadRows) as refusal:
        assess(path, draws=0)
    assert {bad.row for bad in refusal.value.rows} == {3}
    assert refusal.value.count == 1
    found = assess(path, draws=0, keep_going=True)
    alone = assess(inventory_text(tmp_path, head + good + good.replace("2020", "2021"), "good.csv"), draws=0)
    assert found.totals == alone.totals
    assert {bad["row"] for bad in found.left_out} == {3}


def test_a_file_that_is_not_there_is_refused(tiny, tmp_path):
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(BadFile, match="there is no such file"):
            assessed(path, None, tiny)


def test_sheets_are_read_without_their_colours(tiny, tmp_path):
    """Numbers as text, dates as text and booleans in a sheet do not end in a traceback."""
    book = openpyxl.Workbook()
    book.active.append(["item", "quantity", "year", "site"])
    book.active.append(["laptop", "2", dt.date(2024, 5, 1), True])
    book.active.append(["laptop", 2.0, 2024.0, 3.5])
    stream = io.BytesIO()
    book.save(stream)
    path = inventory_text(tmp_path, stream.getvalue(), "stock.xlsx")
    assert [(row.row, row.column) for row in check(path, factors=[tiny], default_factors=False).bad] == [
        (2, "year")
    ]
    assert settles(path, tiny, keep_going=True, by=["site"]).breakdown("site")[0]["site"] == "3.5"
