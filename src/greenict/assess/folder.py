"""The folder that keeps a result.

It holds everything that a figure is made of, so that it can be broken down, explained and compared later
without the input. Nothing in it depends on when or where it was written: the same input gives the same
bytes. `greenict.tables.result` lists the files.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from greenict.assess.computing import Computation
from greenict.assess.groups import Groups, Key, joint
from greenict.assess.matching import KEY_PARTS, Gap, Matched, Term
from greenict.errors import BadResult
from greenict.factors.choice import Step
from greenict.factors.sets import Factor, Item
from greenict.tables.result import FILES, MANIFEST

if TYPE_CHECKING:
    import pyarrow as pa

FORMAT = 1
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Kept:
    """What a folder holds: what the result was made of, its computation, and the rows that go with it."""

    meta: dict[str, Any]
    computation: Computation
    left_out: Rows
    notes: Rows


def write_folder(folder: Path, kept: Kept, shown: dict[str, Rows]) -> None:
    """Write the folder, whole or not at all; replaces an older result, refuses any other folder.

    `shown` holds the rows that follow from the computation: totals, rows, coverage.
    """
    folder = Path(folder)
    if folder.exists() and not _may_replace(folder):
        raise BadResult(
            f"{folder} holds something that is no part of a result; name an empty or a new folder"
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".result-") as work:
        made = Path(work) / "result"
        made.mkdir()
        _write_files(made, kept, shown)
        if folder.exists():
            shutil.rmtree(folder)
        os.replace(made, folder)  # noqa: PTH105 - replaces an empty folder too


def _may_replace(folder: Path) -> bool:
    """Whether the folder holds nothing but an older result; what a user put beside it is never removed."""
    ours = {MANIFEST, *(f"{name}.parquet" for name in FILES)}
    return folder.is_dir() and {path.name for path in folder.iterdir()} <= ours


def _write_files(folder: Path, kept: Kept, shown: dict[str, Rows]) -> None:
    import pyarrow as pa  # noqa: PLC0415 - slow to import, and only needed to write
    import pyarrow.parquet as pq  # noqa: PLC0415 - as above

    matched = kept.computation.matched
    listed: dict[str, Rows] = {
        **shown,
        "terms": [{**t._asdict(), "steps": json.dumps([asdict(s) for s in t.steps])} for t in matched.terms],
        "items": [asdict(item) for item in matched.items.values()],
        "factors": [asdict(factor) for factor in matched.factors],
        "gaps": [{**gap._asdict(), "keys": sorted(at)} for gap, at in sorted(matched.gaps.items())],
        "warnings": kept.notes,
        "left_out": kept.left_out,
    }
    tables = {
        "groups": _groups_table(kept.computation),
        **{n: pa.Table.from_pylist(r) for n, r in listed.items()},
    }
    for name in FILES:
        pq.write_table(tables[name], folder / f"{name}.parquet", compression="zstd")
    hashes = {name: _sha256(folder / f"{name}.parquet") for name in FILES}
    manifest = {"format": FORMAT, "meta": kept.meta, "files": {**hashes, "meta": _digest(kept.meta)}}
    text = json.dumps(manifest, indent=1, sort_keys=True, ensure_ascii=False)
    (folder / MANIFEST).write_text(text + "\n", "utf-8")


def _groups_table(computation: Computation) -> pa.Table:
    import pyarrow as pa  # noqa: PLC0415 - as above

    groups = computation.groups
    keys = {f"key_{name}": _column(key) for name, key in groups.keys.items()}
    sums = {f"sum_{name}": pa.array(values) for name, values in groups.amounts.items()}
    drivers = {f"driver_{name}": pa.array(values) for name, values in computation.drivers.items()}
    return pa.table({**keys, **sums, **drivers})


def _column(key: Key) -> pa.DictionaryArray:
    """A key as a column. None is a null of the column, since Parquet knows none in a dictionary."""
    import pyarrow as pa  # noqa: PLC0415 - as above

    blank = int(None in key.values)  # it is the first value, where there is one
    codes = pa.array(key.codes.astype(np.int32) - blank, mask=key.codes < blank)
    return pa.DictionaryArray.from_arrays(codes, pa.array(key.values[blank:], pa.string()))


def read_folder(folder: Path) -> Kept:
    """Read a folder again; raises BadResult where it is none, or was changed."""
    folder = Path(folder)
    manifest = _manifest(folder)
    for name in FILES:
        path = folder / f"{name}.parquet"
        if not path.is_file() or _sha256(path) != manifest["files"].get(name):
            raise BadResult(f"{path} was changed since the result was written; assess again")
    if _digest(manifest["meta"]) != manifest["files"].get("meta"):
        raise BadResult(f"{folder / MANIFEST} was changed since the result was written; assess again")
    groups, drivers = _read_groups(folder)
    parts = {name: groups.keys[name] for name in KEY_PARTS if name in groups.keys}
    first, key_of_group = joint(list(parts.values()), groups.size)
    columns = {name: key.at(first) for name, key in parts.items()}
    keys = [{n: columns[n][i] if n in columns else None for n in KEY_PARTS} for i in range(len(first))]
    matched = Matched(
        keys,
        key_of_group,
        [_term(row) for row in _rows(folder, "terms")],
        [Factor(**row) for row in _rows(folder, "factors")],
        {row["id"]: Item(**row) for row in _rows(folder, "items")},
        {Gap(r["item"], r["stage"], r["category"]): set(r["keys"]) for r in _rows(folder, "gaps")},
    )
    left_out, notes = _rows(folder, "left_out"), _rows(folder, "warnings")
    return Kept(manifest["meta"], Computation(groups, matched, drivers), left_out, notes)


def _digest(meta: dict[str, Any]) -> str:
    """The SHA-256 of what the manifest says of the result."""
    return hashlib.sha256(json.dumps(meta, sort_keys=True).encode()).hexdigest()


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError) as error:
        mend = "give the folder that `greenict assess --out` wrote"
        raise BadResult(f"{folder} is no result folder; {mend}") from error
    if (
        not isinstance(manifest, dict)
        or manifest.get("format") != FORMAT
        or not {"files", "meta"} <= set(manifest)
    ):
        raise BadResult(f"{folder} was written by another version of greenict; assess again")
    return manifest


def _read_groups(folder: Path) -> tuple[Groups, dict[str, Any]]:
    import pyarrow.parquet as pq  # noqa: PLC0415 - slow to import, and only needed to read

    table = pq.read_table(folder / "groups.parquet")
    parts: dict[str, dict[str, Any]] = {"key": {}, "sum": {}, "driver": {}}
    for column in table.column_names:
        kind, _, name = column.partition("_")
        parts[kind][name] = _key(table.column(column)) if kind == "key" else table.column(column).to_numpy()
    return Groups(parts["key"], parts["sum"], table.num_rows), parts["driver"]


def _key(column: pa.ChunkedArray) -> Key:
    encoded = column.combine_chunks()
    cells = [None, *encoded.dictionary.to_pylist()]
    codes = np.asarray(encoded.indices.fill_null(-1)).astype(np.int64) + 1
    used = [cells[code] for code in np.unique(codes)]
    values = tuple(sorted(used, key=lambda value: (value is not None, value or "")))
    places = {value: code for code, value in enumerate(values)}
    place = np.array([places.get(cell, -1) for cell in cells], dtype=np.int64)
    return Key(values, place[codes])


def _term(row: dict[str, Any]) -> Term:
    return Term(**{**row, "steps": tuple(Step(**step) for step in json.loads(row["steps"]))})


def _rows(folder: Path, name: str) -> Rows:
    import pyarrow.parquet as pq  # noqa: PLC0415 - as above

    found: Rows = pq.read_table(folder / f"{name}.parquet").to_pylist()
    return found


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
