"""Real web servers on this machine, with the settings that a build writes."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NGINX = """\
daemon off;
master_process off;
pid "{work}/pid";
error_log "{work}/errors.txt";
events {{ worker_connections 256; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path "{work}/body";
    proxy_temp_path "{work}/proxy";
    fastcgi_temp_path "{work}/fastcgi";
    uwsgi_temp_path "{work}/uwsgi";
    scgi_temp_path "{work}/scgi";
    server {{
        listen 127.0.0.1:{port};
        root "{root}";
        index index.html;
        include "{root}/server/nginx.conf";
    }}
}}
"""
CADDY = """\
{{
	admin off
	auto_https off
}}
http://127.0.0.1:{port} {{
	root * "{root}"
	import "{root}/server/Caddyfile"
}}
"""
SERVERS = {
    "nginx": (NGINX, ("nginx", "-c")),
    "caddy": (CADDY, ("caddy", "run", "--adapter", "caddyfile", "--config")),
}
PATIENCE = 10  # seconds until a server listens


def path_of(server: str) -> str | None:
    """Return the program, which may stand where only administrators look; nothing without it."""
    return shutil.which(server) or shutil.which(server, path="/usr/sbin:/usr/local/sbin")


@contextmanager
def running(server: str, root: Path, work: Path) -> Iterator[str]:
    """Serve a folder with its own settings, and give its address."""
    settings, (_, *options) = SERVERS[server]
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    config = work / f"{server}.conf"
    config.write_text(settings.format(work=work, root=root, port=port), "utf-8")
    program = path_of(server)
    assert program, f"{server} is not installed"
    homes = {"XDG_CONFIG_HOME": str(work), "XDG_DATA_HOME": str(work)}
    with (work / "said.txt").open("w") as said:
        process = subprocess.Popen(
            [program, *options, config], stdout=said, stderr=said, env=os.environ | homes
        )
    try:
        _wait_for(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until the server takes connections."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            assert process.poll() is None, "the server has stopped"
            assert time.monotonic() < end, "the server does not listen"
            time.sleep(0.05)
        else:
            return
