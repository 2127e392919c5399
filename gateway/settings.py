"""The only place where the gateway reads its environment."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

SHORTEST_KEY = 32  # characters
# As browsers write an origin: never a wildcard, which would let any site read what a parent asks.
ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?")


@dataclass(frozen=True)
class Settings:
    """Where everything is. `rate_*` are messages in a minute; `secure_cookies` is off only without HTTPS.

    `card_keys` seal call-back cards: the first one seals, all of them open. `origins` are the sites that may
    show the widget. After `retention_days` a conversation is erased. `operator` and `contact` are who answers
    for this assistant and how to reach them, as the statements name them; empty in a trial copy.
    """

    ledger_url: str
    kb_url: str
    safety_file: Path
    bot_url: str
    bot_secret: str
    card_keys: tuple[str, ...] = field(repr=False)
    rate_conversation: int = 30
    rate_address: int = 300
    secure_cookies: bool = False
    origins: tuple[str, ...] = ()
    retention_days: int = 90
    operator: str = ""
    contact: str = ""


def read_settings() -> Settings:
    """Read the environment; missing values end the program with a sentence that names them."""
    needed = {
        "SIGNPOST_LEDGER_URL": "the ledger's database, such as sqlite:///var/casework.sqlite",
        "SIGNPOST_KB_URL": "the knowledge base, such as sqlite:///var/kb/kb.sqlite",
        "SIGNPOST_SAFETY_FILE": "the safety phrases, such as var/kb/safety.json",
        "SIGNPOST_BOT_URL": "the bot's address, such as http://127.0.0.1:5005",
        "SIGNPOST_BOT_SECRET": "the secret that the bot shares",
        "SIGNPOST_CARD_KEYS": "the keys that seal call-back cards, newest first, with commas between them",
    }
    missing = [f"{name} ({what})" for name, what in needed.items() if not os.environ.get(name)]
    if missing:
        sys.exit(f"Set {'; '.join(missing)}.")
    return Settings(
        ledger_url=os.environ["SIGNPOST_LEDGER_URL"],
        kb_url=os.environ["SIGNPOST_KB_URL"],
        safety_file=Path(os.environ["SIGNPOST_SAFETY_FILE"]),
        bot_url=os.environ["SIGNPOST_BOT_URL"],
        bot_secret=os.environ["SIGNPOST_BOT_SECRET"],
        card_keys=_keys("SIGNPOST_CARD_KEYS"),
        rate_conversation=_whole_number("SIGNPOST_RATE_CONVERSATION", 30),
        rate_address=_whole_number("SIGNPOST_RATE_ADDRESS", 300),
        secure_cookies=os.environ.get("SIGNPOST_SECURE_COOKIES", "") == "true",
        origins=_origins("SIGNPOST_ORIGINS"),
        retention_days=_whole_number("SIGNPOST_RETENTION_DAYS", 90),
        operator=os.environ.get("SIGNPOST_OPERATOR", "").strip(),
        contact=os.environ.get("SIGNPOST_CONTACT", "").strip(),
    )


def _keys(name: str) -> tuple[str, ...]:
    keys = tuple(key.strip() for key in os.environ[name].split(","))
    if any(len(key) < SHORTEST_KEY for key in keys):
        sys.exit(f"Each key in {name} must have at least {SHORTEST_KEY} random letters and digits.")
    return keys


def _origins(name: str) -> tuple[str, ...]:
    given = tuple(one.strip() for one in os.environ.get(name, "").split(",") if one.strip())
    for one in given:
        if not ORIGIN.fullmatch(one):
            sys.exit(
                f"{name} must be addresses such as https://www.example.gov.uk, with commas between them, "
                f"without a path or a slash at the end, not {one!r}."
            )
    return given


def _whole_number(name: str, usual: int) -> int:
    given = os.environ.get(name, str(usual))
    if not given.isdecimal() or int(given) == 0:
        sys.exit(f"{name} must be a whole number above 0, not {given!r}.")
    return int(given)
