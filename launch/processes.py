"""The processes and what each is told: one environment for all, one supervisor that restarts what dies."""

from __future__ import annotations

import os
import secrets
import socket
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from launch.build import QUIET
from launch.problems import CannotStart

HOST = "127.0.0.1"
CONFIG = """\
[supervisord]
nodaemon=true
silent=true
logfile={var}/log/supervisord.log
pidfile={var}/run/supervisord.pid
childlogdir={var}/log
{user}
"""
PROGRAM = """
[program:{name}]
command={command}
directory={root}
autorestart=true
startsecs=3
startretries=5
stopasgroup=true
killasgroup=true
stopwaitsecs=8
redirect_stderr=true
stdout_logfile={var}/log/{name}.log
stdout_logfile_maxbytes=5MB
stdout_logfile_backups=2
"""


@dataclass(frozen=True)
class Ports:
    """Where each process listens, all on loopback."""

    gateway: int
    actions: int
    bot: int
    demo: int

    @classmethod
    def read(cls) -> Ports:
        """Read the ports from the environment. Raises CannotStart for one that is no port."""
        return cls(
            _port("SIGNPOST_PORT", 8000),
            _port("SIGNPOST_ACTIONS_PORT", 5055),
            _port("SIGNPOST_BOT_PORT", 5005),
            _port("SIGNPOST_DEMO_PORT", 8002),
        )

    def check_free(self) -> None:
        """Raises CannotStart if a port is taken."""
        names = {
            "SIGNPOST_PORT": self.gateway,
            "SIGNPOST_ACTIONS_PORT": self.actions,
            "SIGNPOST_BOT_PORT": self.bot,
            "SIGNPOST_DEMO_PORT": self.demo,
        }
        for name, port in names.items():
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                try:
                    probe.bind((HOST, port))
                except OSError:
                    raise CannotStart(
                        f"Port {port} is in use by another program; stop it (`make stop` stops an earlier "
                        f"Signpost), or choose another port: {name}={port + 1} make run."
                    ) from None


def environment(var: Path, ports: Ports) -> dict[str, str]:
    """Give what all processes read. Values already set by the operator win."""
    usual = {
        **QUIET,
        "SIGNPOST_KB_URL": f"sqlite:///{var}/kb/kb.sqlite",
        "SIGNPOST_LEDGER_URL": f"sqlite:///{var}/casework.sqlite",
        "SIGNPOST_TRACKER_URL": f"sqlite:///{var}/tracker.sqlite",
        "SIGNPOST_SAFETY_FILE": f"{var}/kb/safety.json",
        "SIGNPOST_ACTIONS_URL": f"http://{HOST}:{ports.actions}/webhook",
        "SIGNPOST_BOT_URL": f"http://{HOST}:{ports.bot}",
        "SIGNPOST_BOT_SECRET": _secret(var / "bot-secret"),
        "SIGNPOST_CARD_KEYS": _secret(var / "card-keys"),
        "SIGNPOST_ORIGINS": f"http://{HOST}:{ports.demo}",
    }
    return {**usual, **os.environ}


def supervisor_config(root: Path, var: Path, model: Path, ports: Ports) -> str:
    """Give supervisord's configuration."""
    app, bot = (quote(str(root / f".venv/{name}/bin/python")) for name in ("app", "bot"))
    programs = {
        "actions": f"{app} -m actions.serve {HOST} {ports.actions}",
        "bot": f"{bot} -m bot run --interface {HOST} --port {ports.bot} --model {quote(str(model))} --quiet",
        "gateway": f"{app} -m gateway.serve {HOST} {ports.gateway}",
        "demo": f"{app} -m demo.serve {HOST} {ports.demo} http://{HOST}:{ports.gateway}",
    }
    # Without a user, supervisord complains at length when root starts it, as in a container.
    parts = [CONFIG.format(var=var, user="user=root" if os.geteuid() == 0 else "")]
    parts += [PROGRAM.format(name=n, command=c, root=root, var=var) for n, c in programs.items()]
    return "".join(parts)


def _secret(path: Path) -> str:
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(32))
    return path.read_text().strip()


def _port(name: str, usual: int) -> int:
    given = os.environ.get(name, str(usual))
    if not given.isdecimal() or not 0 < int(given) < 65536:
        raise CannotStart(f"{name} must be a port number between 1 and 65535, not {given!r}.")
    return int(given)
