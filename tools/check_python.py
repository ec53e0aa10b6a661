"""Says plainly when the Python at hand cannot set up the project; runs on any Python."""

import importlib.util
import sys

OLDEST = (3, 11)

if sys.version_info < OLDEST:
    sys.exit(
        "需要 Python 3.11 或更新的版本，现在是 %d.%d；可用 make PYTHON=python3.12 指定。\n"  # noqa: UP031
        "Python 3.11 or newer is needed; name one with make PYTHON=python3.12."
        % sys.version_info[:2]
    )
if importlib.util.find_spec("ensurepip") is None:
    sys.exit(
        "这个 Python 缺少 venv 模块；Debian、Ubuntu 请安装 python3-venv。\n"
        "This Python lacks venv; on Debian and Ubuntu install python3-venv."
    )
