"""The sums on Spark, for those who outgrow one machine.

The statement is the one that DuckDB runs, in Spark's dialect, over a Parquet file. Sums are of doubles,
which Spark adds in no fixed order: results agree with DuckDB's to about thirteen digits, but are not the
same to the last bit from run to run.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from greenict.errors import BadFile, EngineMissing

if TYPE_CHECKING:
    import pyarrow as pa

    from greenict.assess.summing import Plan
    from greenict.tables.source import Source

MASTER = "GREENICT_SPARK_MASTER"


def grouped_by_spark(source: Source, plan: Plan) -> pa.Table:
    """One row a group of a Parquet file: the keys, `lines`, `bad` and the sums, as DuckDB gives them.

    A session of the caller's own is used where one is active; else one is started and kept for the
    next question. Raises EngineMissing where there is no Java, BadFile where Spark cannot read the file.
    """
    spark = SparkSession.getActiveSession() or _started()
    view = f"greenict_{uuid.uuid4().hex}"
    try:
        spark.read.parquet(source.path.resolve().as_uri()).createOrReplaceTempView(view)
        table: Any = spark.sql(plan.statement(f"`{view}`")).toArrow()
    except PySparkException as error:
        said = (str(error).splitlines() or [""])[0]
        raise BadFile(
            source.file, f"Spark cannot sum it ({said})", "assess it with --engine duckdb"
        ) from error
    finally:
        spark.catalog.dropTempView(view)
    return table


def _started() -> SparkSession:
    """A session of our own: quiet, without a web page, and open to this machine alone unless told otherwise."""
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise EngineMissing(
            "Spark needs Java, and there is none on the path; install Java 17 or set JAVA_HOME"
        )
    master = os.environ.get(MASTER, "local[*]")
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
        "spark.sql.ansi.enabled": "true",
        "spark.sql.caseSensitive": "true",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.warehouse.dir": (Path(tempfile.gettempdir()) / "greenict-spark").as_uri(),
    }
    if master.startswith("local"):
        os.environ.setdefault(
            "SPARK_LOCAL_IP", "127.0.0.1"
        )  # read by the JVM, which else asks for the host's name
        settings |= {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
        settings["spark.sql.shuffle.partitions"] = str(2 * (os.cpu_count() or 1))
    builder = SparkSession.builder.master(master).appName("greenict")
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()
