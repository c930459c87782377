"""Write the reference page: `python -m greenict.methods docs/reference/methods.md`."""

from __future__ import annotations

import sys
from pathlib import Path

from greenict.methods.reference import page

if len(sys.argv) == 2:
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
else:
    sys.stdout.write(page())
