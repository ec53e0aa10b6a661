"""Lets `python -m macros` run the command line."""

import sys

from macros.cli import main

sys.exit(main())
