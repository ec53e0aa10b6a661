"""`python -m tools.serving PORT` serves the project in the current folder until it is stopped."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import tempfile
import threading
from pathlib import Path

from tools.check_port import main as check_port
from tools.serving.builder import Builder
from tools.serving.web import serve


def main(port: str) -> int:
    """Serve; return the exit status."""
    if status := check_port(port):
        return status
    sys.dont_write_bytecode = True  # it would hide an edit within the second of the last one
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # leave nothing in the way of files
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's advertisement
    with tempfile.TemporaryDirectory(prefix="site-") as target:
        builder = Builder(Path.cwd(), Path(target))
        with serve(builder, int(port)) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            print(f"http://127.0.0.1:{port}/  按 Ctrl+C 停止。", flush=True)
            with contextlib.suppress(KeyboardInterrupt):
                builder.run()
            server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:] or ["8000"]))
