"""A port that is taken or invalid is reported in one line, and never with a traceback."""

from __future__ import annotations

import socket

import pytest

from tools.check_port import main


def test_a_free_port_is_fine() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
    assert main(str(port)) == 0


def test_a_taken_port_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(str(port)) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0] == f"端口{port}已被占用，换一个：make serve PORT={port + 1}"
    assert said[1] == f"Port {port} is taken; use another: make serve PORT={port + 1}"


@pytest.mark.parametrize("port", ["", "x", "0", "70000", "-1"])
def test_no_port_is_said(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(port) == 1
    assert capsys.readouterr().err.count("\n") == 1
