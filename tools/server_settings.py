"""Writes what web servers need to serve the site as it is meant: headers, error pages, file types.

Each goes into the folder server/ of the site, from where an administrator takes it: a server that
found it by itself might refuse it, and with it the whole site.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from pathlib import Path

# What every page fetches changes its name with its content, so a browser may keep it.
HASHED = r"\.[0-9a-f]{8}\.min\.(css|js)$"
KEPT = "public, max-age=31536000, immutable"
NGINX = """\
# Include this in the server block that serves this folder.
charset utf-8;
charset_types text/css text/plain text/xml application/javascript;
error_page 403 404 =404 /404.html;
gzip on;
gzip_vary on;
# Copies that `summaries publish --precompress` wrote; where the module for brotli is loaded, add
# `brotli_static on;` after the include.
gzip_static on;
gzip_types text/css application/javascript application/json image/svg+xml text/markdown;
location ~ [.]md$ { default_type "text/markdown; charset=utf-8"; }
# `no-cache`: all but the style sheet and the script of every page keep their names from one version
# of the site to the next, so a browser asks each time whether its copy is still good.
set $kept "no-cache";
if ($uri ~ "HASHED") { set $kept "KEPT"; }
# `always`: on answers of 304 and 404 too.
add_header Content-Security-Policy "POLICY" always;
add_header X-Content-Type-Options nosniff always;
add_header Referrer-Policy no-referrer always;
add_header Cache-Control $kept always;
"""
CADDY = """\
# Import this in the site block that serves this folder.
encode gzip
file_server {
	precompressed br gzip
}
HEADERS
@kept path_regexp HASHED
header @kept Cache-Control "KEPT"
handle_errors {
	rewrite * /404.html
	file_server {
		status {http.error.status_code}
	}
	HEADERS
}
"""
CADDY_HEADERS = """\
header {
	Content-Security-Policy "POLICY"
	X-Content-Type-Options nosniff
	Referrer-Policy no-referrer
	?Cache-Control no-cache
}"""
IIS = """\
<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <httpProtocol>
      <customHeaders>
        <add name="Content-Security-Policy" value=POLICY />
        <add name="X-Content-Type-Options" value="nosniff" />
        <add name="Referrer-Policy" value="no-referrer" />
        <add name="Cache-Control" value="no-cache" />
      </customHeaders>
    </httpProtocol>
    <httpErrors errorMode="Custom">
      <remove statusCode="403" subStatusCode="14" />
      <error statusCode="403" subStatusCode="14" path="404.html" responseMode="File" />
      <remove statusCode="404" />
      <error statusCode="404" path="404.html" responseMode="File" />
    </httpErrors>
    <staticContent>
      <remove fileExtension=".md" />
      <mimeMap fileExtension=".md" mimeType="text/markdown; charset=utf-8" />
    </staticContent>
  </system.webServer>
</configuration>
"""
CONTAINER = """\
# nginx with this site and its settings; build it in the folder of the site:
#   docker build -t summaries -f server/Containerfile .
FROM nginx:stable
COPY . /usr/share/nginx/html
COPY server/container.conf /etc/nginx/conf.d/default.conf
"""
CONTAINER_NGINX = """\
server {
    listen 80;
    listen [::]:80;
    root /usr/share/nginx/html;
    index index.html;
    include /usr/share/nginx/html/server/nginx.conf;
}
"""


def write_settings(folder: Path, policy: str) -> None:
    """Write the settings of each server into a folder; the policy alone is for any other server."""
    texts = {
        "policy.txt": "POLICY\n",
        "nginx.conf": NGINX,
        "Caddyfile": CADDY.replace("HEADERS", CADDY_HEADERS),
        "web.config": IIS.replace("POLICY", quoteattr("POLICY")),
        "Containerfile": CONTAINER,
        "container.conf": CONTAINER_NGINX,
    }
    for name, text in texts.items():
        filled = text.replace("HASHED", HASHED).replace("KEPT", KEPT).replace("POLICY", policy)
        (folder / name).write_text(filled, "utf-8", newline="\n")
