"""Starts the command line: `summaries`, and `python -m macros`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; Ctrl-C is heard while its modules are still imported, too."""
    try:
        from macros.cli.main import main as run  # noqa: PLC0415 - takes most of a second

        return run()
    except KeyboardInterrupt:
        print("已中断。再运行一次会接着做完。", file=sys.stderr)  # noqa: T201 - it prints
        return 130


if __name__ == "__main__":
    sys.exit(main())
