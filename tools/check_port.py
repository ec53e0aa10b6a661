"""Checks that the port to serve on is free, and says so when it is not: `check_port.py 8000`."""

from __future__ import annotations

import socket
import sys


def main(port: str) -> int:
    """Return the exit status: 0 when the port is free."""
    if not port.isdecimal() or not 0 < int(port) < 1 << 16:
        print(f"PORT={port} 不是端口号。PORT={port} is no port number.", file=sys.stderr)
        return 1
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", int(port)))
        except OSError:
            other = f"make serve PORT={int(port) + 1}"
            print(f"端口{port}已被占用，换一个：{other}", file=sys.stderr)
            print(f"Port {port} is taken; use another: {other}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
