"""The command publish: a built site or a release, checked, then served without a gap."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from macros.cli.common import add_command
from macros.cli.published_versions import PublishedVersions

if TYPE_CHECKING:
    from macros.cli.common import Commands

KEPT = 3
RELOAD = "nginx 的设置变了，要重新加载：nginx -t && nginx -s reload"
NGINX = "server/nginx.conf"


def add_commands(commands: Commands) -> None:
    """Add publish."""
    publishing = add_command(
        commands, "publish", "核对网站并发布到服务器的文件夹 check a site, then serve it"
    )
    add = publishing.add_argument
    add("folder", type=Path, metavar="DIR", help="服务器的文件夹，网站在它的 current 里 folder")
    what = publishing.add_mutually_exclusive_group()
    site_help = "网站文件夹或发布包，默认项目的 site site or release"
    what.add_argument("--from", type=Path, dest="source", metavar="SITE", help=site_help)
    what.add_argument("--rollback", action="store_true", help="退回上一版 serve the last version")
    add("--sums", type=Path, metavar="FILE", help="另存的哈希清单 list of hashes kept elsewhere")
    add("--keep", type=_count, default=KEPT, metavar="N", help=f"留几版，默认{KEPT} versions kept")
    add("--older", action="store_true", help="比正在用的旧也发布 even if it is older")
    packed_help = "旁边放一份压缩好的 with compressed copies"
    add("--precompress", action="store_true", help=packed_help)
    publishing.set_defaults(run=_publish)


def _count(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"“{text}”不是1以上的整数 not a whole number from 1")
    return number


def _publish(options: argparse.Namespace) -> int:
    versions = PublishedVersions(options.folder)
    before = _settings(versions)
    if options.rollback:
        name = versions.roll_back()
    else:
        source = options.source or options.root / "site"
        name = versions.publish(
            source,
            options.keep,
            options.sums,
            older=options.older,
            packed=options.precompress,
        )
    print(f"正在用的是 {versions.link}（{name}）。")
    print(f"留着的版本：{'、'.join(versions.all())}")
    if before not in {None, _settings(versions)}:
        print(RELOAD)
    return 0


def _settings(versions: PublishedVersions) -> bytes | None:
    """Return the settings for nginx, which it reads only when it is told to."""
    path = versions.link / NGINX
    return path.read_bytes() if path.is_file() else None
