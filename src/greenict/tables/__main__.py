"""`python -m greenict.tables FILE` writes the reference page of the tables."""

import sys
from pathlib import Path

from greenict.tables.reference import page

Path(sys.argv[1]).write_text(page(), "utf-8")
