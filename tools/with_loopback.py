"""Runs a command with the loopback turned on: cut off from all networks, a machine still has that.

A network namespace that `unshare --net` has made starts without it, and tests that share their work
talk to each other by it.
"""

from __future__ import annotations

import fcntl
import os
import socket
import struct
import sys

SET_FLAGS = 0x8914  # SIOCSIFFLAGS of Linux
UP_AND_RUNNING = 0x1 | 0x40  # IFF_UP, IFF_RUNNING


def main() -> None:
    """Turn the loopback on, and become the command."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        fcntl.ioctl(asked, SET_FLAGS, struct.pack("16sh", b"lo", UP_AND_RUNNING))
    os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606 -- what was asked for, and no shell


if __name__ == "__main__":
    main()
