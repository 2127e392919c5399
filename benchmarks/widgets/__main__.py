"""`make bench-widgets`: fetch the other widgets, start the bot, try all, print and keep the table."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import psutil
from playwright.sync_api import sync_playwright

from benchmarks.widgets.contenders import CONTENDERS, PACKAGES
from benchmarks.widgets.report import report
from benchmarks.widgets.trial import trial
from english.wording import spoken_date
from launch.browsers import find_chromium
from launch.build import Builder
from launch.environments import Environments
from launch.processes import HOST, Ports
from launch.running import running

ROOT = Path(__file__).resolve().parents[2]
FETCHED = ROOT / "var" / "bench" / "widgets"
PORTS = Ports(8011, 5066, 5016, 8013)
SITE_PORT = 8014


def main() -> None:
    """Measure all widgets and keep the table in benchmarks/results."""
    if not (shutil.which("npm") and shutil.which("node")):
        sys.exit(
            "The other widgets come from npm; install Node.js (for example `apt install npm`) and run again."
        )
    before = os.getloadavg()[0]
    _fetch()
    site, gateway = f"http://{HOST}:{SITE_PORT}", f"http://{HOST}:{PORTS.gateway}"
    limits = {"SIGNPOST_RATE_CONVERSATION": "100000", "SIGNPOST_RATE_ADDRESS": "100000"}
    os.environ.update(limits, SIGNPOST_ORIGINS=site)
    model = Builder(ROOT, Environments(ROOT)).build()
    with tempfile.TemporaryDirectory() as folder:
        var = Path(folder)
        (var / "kb").symlink_to(ROOT / "var" / "kb")
        with running(ROOT, var, model, PORTS), _site(gateway), sync_playwright() as playwright:
            flags = ["--no-sandbox"] if os.geteuid() == 0 else []
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags)
            found = {one.name: trial(browser, site, gateway, one) for one in CONTENDERS}
            machine = f"{psutil.cpu_count()} cores, load {before:.1f} before, Chromium {browser.version}"
            browser.close()
    table = report(found, spoken_date(date.today()), machine)
    print(table)
    (ROOT / "benchmarks" / "results" / f"widgets-{date.today().isoformat()}.md").write_text(table)


def _fetch() -> None:
    FETCHED.mkdir(parents=True, exist_ok=True)
    quiet = ["--no-audit", "--no-fund", "--silent", "--legacy-peer-deps"]
    command = ["npm", "install", "--ignore-scripts", "--prefix", str(FETCHED), *quiet, *PACKAGES]
    subprocess.run(command, check=True)


@contextmanager
def _site(gateway: str) -> Iterator[None]:
    script = str(Path(__file__).parent / "server.mjs")
    server = subprocess.Popen(["node", script, str(SITE_PORT), gateway, str(FETCHED / "node_modules")])
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex((HOST, SITE_PORT)) == 0:
                    break
            time.sleep(0.1)
        yield
    finally:
        server.terminate()
        server.wait(10)


if __name__ == "__main__":
    main()
