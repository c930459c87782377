"""Write the reference pages: `python -m greenict.methods docs/reference/methods`."""

from __future__ import annotations

import sys
from pathlib import Path

from greenict.methods.reference import pages

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
made = pages()
for left in set(folder.glob("*.md")) - {folder / name for name in made}:
    left.unlink()  # a topic that is no more
for name, text in made.items():
    (folder / name).write_text(text, encoding="utf-8")
