"""`make bench-nlu`: ours, stock Rasa and the nearest phrase on the same machine, phrases and day.

Each part (own, every, clinc, finder) keeps its figures in `var/bench/`, and the page is written anew from all
parts measured today, so that a long run can be split: `--only own`, then `--only clinc`.
"""

from __future__ import annotations

import argparse
import datetime
import json
import shlex
import signal
import sys
from pathlib import Path
from typing import Any

from benchmarks.nlu import machine
from benchmarks.nlu.report import page

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "var" / "bench"
PARTS = ("own", "every", "clinc", "finder")
NEEDED = ("var/encoder/encoder.onnx", "var/kb/lookups.json")


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.nlu", description=__doc__)
    parser.add_argument("--clinc", type=Path, default=ROOT.parent / "shared/bench/clinc150_small.json")
    parser.add_argument(
        "--own-per-topic", type=int, default=25, help="training phrases per intent, all systems"
    )
    parser.add_argument("--clinc-intents", type=int, default=20, help="intents of CLINC150, all systems")
    parser.add_argument("--epochs", type=int, default=100, help="of stock Rasa")
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks/results")
    parser.add_argument("--only", choices=PARTS, help="run one part")
    parser.add_argument(
        "--smoke", action="store_true", help="leave out the large sets: a trial of the script"
    )
    return parser.parse_args()


def main() -> None:
    """Run the parts wanted, keep their figures, write the page and the picture."""
    chosen = options()
    # A run that is stopped clears its folders away: they hold held-out phrases.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))
    if missing := [name for name in NEEDED if not (ROOT / name).is_file()]:
        sys.exit(f"{', '.join(missing)} missing: run `make train` first.")
    kept = KEPT / "smoke" if chosen.smoke else KEPT
    kept.mkdir(parents=True, exist_ok=True)
    for name in [chosen.only] if chosen.only else PARTS:
        about = {
            "when": datetime.date.today().isoformat(),
            "machine": machine.describe(),
            "command": _command(),
        }
        print(f"== {name}: {about['machine']}", flush=True)
        found = run(name, chosen)
        if found is not None:
            (kept / f"nlu-{name}.json").write_text(json.dumps({**about, **found}), encoding="utf-8")
            print(f"Written: {write(kept, chosen.out)}", flush=True)


def run(name: str, chosen: argparse.Namespace) -> dict[str, Any] | None:
    """Measure one part; None if its phrases are not there. Imports only what the part needs."""
    if name in ("own", "every"):
        from benchmarks.nlu import own

        if name == "every":
            return own.run_every(ROOT)
        return own.run(ROOT, chosen.own_per_topic, chosen.epochs, chosen.smoke)
    if name == "finder":
        from benchmarks.nlu import finder

        return finder.run(ROOT)
    from benchmarks.nlu import clinc
    from benchmarks.nlu.data import CLINC_ADVICE

    if not chosen.clinc.is_file():
        print(CLINC_ADVICE.format(path=chosen.clinc))
        return None
    return clinc.run(ROOT, chosen.clinc, chosen.clinc_intents, chosen.epochs, chosen.smoke)


def write(kept: Path, out: Path) -> Path:
    """Write today's page, and the picture if all of our own phrases were measured."""
    from benchmarks.nlu.compare import TIMED

    today = datetime.date.today().isoformat()
    files = {name: kept / f"nlu-{name}.json" for name in PARTS}
    parts = {
        name: json.loads(file.read_text(encoding="utf-8")) for name, file in files.items() if file.is_file()
    }
    parts = {name: part for name, part in parts.items() if part["when"] == today}
    out.mkdir(parents=True, exist_ok=True)
    picture = None
    if pairs := parts.get("every", {}).get("pairs"):
        from benchmarks.nlu.picture import draw

        picture = f"nlu-confusion-{today}.png"
        draw(pairs, f"Ours: {len(pairs)} held-out messages, {today}", out / picture)
    path = out / f"nlu-{today}.md"
    path.write_text(page(parts, TIMED, picture), encoding="utf-8")
    return path


def _command() -> str:
    return shlex.join([".venv/bot/bin/python", "-m", "benchmarks.nlu", *sys.argv[1:]])


if __name__ == "__main__":
    main()
