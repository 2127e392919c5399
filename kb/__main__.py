"""`python -m kb check` looks at the content; `python -m kb build` puts it to use."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kb.build import build, check, release_id
from kb.export import write_exports
from kb.problems import ContentError
from storage.database import open_engine

CONTENT = Path(__file__).parent / "content"


def main(arguments: list[str] | None = None) -> int:
    """Run one command; gives 0, or 1 after listing what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m kb", description=__doc__)
    parser.add_argument("command", choices=["check", "build"])
    parser.add_argument("--content", type=Path, default=CONTENT, help="folder of YAML files")
    parser.add_argument("--database", default="sqlite:///var/kb/kb.sqlite", help="SQLAlchemy URL")
    parser.add_argument(
        "--exports",
        type=Path,
        default=Path("var/kb"),
        help="folder for the bot's lookups",
    )
    options = parser.parse_args(arguments)
    try:
        content, answers = check(options.content)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    release = release_id(options.content)
    if options.command == "build":
        build(content, answers, open_engine(options.database), release)
        write_exports(content, answers, release, options.exports)
    print(f"{len(answers)} answers, release {release}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
