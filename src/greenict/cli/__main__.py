"""`python -m greenict.cli`."""

from greenict.cli import main

main()
