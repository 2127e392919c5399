"""What each process is told: ports, addresses, the shared secret, and the supervisor's configuration."""

from __future__ import annotations

import configparser
import os
import shlex
import socket
from pathlib import Path

import pytest

from launch.problems import CannotStart
from launch.processes import HOST, Ports, environment, supervisor_config

PORTS = Ports(gateway=8000, actions=5055, bot=5005, demo=8002)
NAMES = ("SIGNPOST_PORT", "SIGNPOST_ACTIONS_PORT", "SIGNPOST_BOT_PORT", "SIGNPOST_DEMO_PORT")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def programs(text: str) -> configparser.RawConfigParser:
    parser = configparser.RawConfigParser()
    parser.read_string(text)
    return parser


def test_the_usual_ports_are_taken_where_nothing_is_said() -> None:
    assert Ports.read() == PORTS


def test_every_port_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    for number, name in enumerate(NAMES, 9001):
        monkeypatch.setenv(name, str(number))
    assert Ports.read() == Ports(gateway=9001, actions=9002, bot=9003, demo=9004)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", ["", "0", "-1", "65536", "80.5", "http", " 8000", "²"])
def test_what_is_no_port_stops_the_start_by_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(CannotStart) as stopped:
        Ports.read()
    assert str(stopped.value) == f"{name} must be a port number between 1 and 65535, not {value!r}."


@pytest.mark.parametrize("value", ["1", "65535"])
def test_the_first_and_last_port_are_ports(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SIGNPOST_PORT", value)
    assert Ports.read().gateway == int(value)


def test_free_ports_are_free() -> None:
    Ports(*(free_port() for _ in range(4))).check_free()


@pytest.mark.parametrize("place", range(4))
def test_a_busy_port_stops_the_start_with_what_to_do(place: int) -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        busy = other.getsockname()[1]
        ports = [free_port() for _ in range(4)]
        ports[place] = busy
        with pytest.raises(CannotStart) as stopped:
            Ports(*ports).check_free()
    said = str(stopped.value)
    assert said.startswith(f"Port {busy} is in use by another program; ")
    assert "`make stop`" in said
    assert said.endswith(f"{NAMES[place]}={busy + 1} make run.")


def test_the_processes_find_each_other_on_loopback(tmp_path: Path) -> None:
    told = environment(tmp_path, Ports(gateway=1, actions=2, bot=3, demo=4))
    assert told["SIGNPOST_ACTIONS_URL"] == "http://127.0.0.1:2/webhook"
    assert told["SIGNPOST_BOT_URL"] == "http://127.0.0.1:3"
    assert told["RASA_TELEMETRY_ENABLED"] == "false"
    for name in ("KB", "LEDGER", "TRACKER"):
        assert told[f"SIGNPOST_{name}_URL"].startswith(f"sqlite:///{tmp_path}/")
    assert told["SIGNPOST_SAFETY_FILE"] == f"{tmp_path}/kb/safety.json"
    assert told["PATH"] == os.environ["PATH"]


def test_what_the_operator_has_set_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_LEDGER_URL", "postgresql://db/signpost")
    monkeypatch.setenv("SIGNPOST_BOT_SECRET", "chosen")
    told = environment(tmp_path, PORTS)
    assert told["SIGNPOST_LEDGER_URL"] == "postgresql://db/signpost"
    assert told["SIGNPOST_BOT_SECRET"] == "chosen"


@pytest.mark.parametrize(
    ("name", "file"), [("SIGNPOST_BOT_SECRET", "bot-secret"), ("SIGNPOST_CARD_KEYS", "card-keys")]
)
def test_a_secret_is_made_once_for_each_folder_and_only_its_owner_reads_it(
    tmp_path: Path, name: str, file: str
) -> None:
    first = environment(tmp_path / "a", PORTS)[name]
    assert len(first) >= 40
    assert environment(tmp_path / "a", PORTS)[name] == first
    assert environment(tmp_path / "b", PORTS)[name] != first
    assert (tmp_path / "a" / file).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("folder", ["/srv/signpost", "/home/an editor/sign post", "/it's/here"])
def test_the_supervisor_starts_the_four_processes_from_any_folder(folder: str) -> None:
    root = Path(folder)
    parser = programs(supervisor_config(root, root / "var", root / "models/m.tar.gz", PORTS))
    commands = {
        name.removeprefix("program:"): shlex.split(parser[name]["command"])
        for name in parser.sections()
        if name.startswith("program:")
    }
    app, bot = f"{root}/.venv/app/bin/python", f"{root}/.venv/bot/bin/python"
    assert commands["actions"][:3] == [app, "-m", "actions.serve"]
    assert commands["gateway"] == [app, "-m", "gateway.serve", "127.0.0.1", "8000"]
    assert commands["bot"][:4] == [bot, "-m", "bot", "run"]
    assert commands["bot"][commands["bot"].index("--model") + 1] == f"{root}/models/m.tar.gz"
    assert commands["demo"] == [app, "-m", "demo.serve", "127.0.0.1", "8002", "http://127.0.0.1:8000"]
    assert set(commands) == {"actions", "bot", "gateway", "demo"}
    for name in commands:
        assert parser[f"program:{name}"]["autorestart"] == "true"
        assert parser[f"program:{name}"]["stdout_logfile"] == f"{root}/var/log/{name}.log"


def test_the_bot_listens_on_loopback_only() -> None:
    parser = programs(supervisor_config(Path("/r"), Path("/r/var"), Path("/r/m"), PORTS))
    bot = parser["program:bot"]["command"]
    assert "--interface 127.0.0.1 --port 5005" in bot
    assert "--enable-api" not in bot


@pytest.mark.parametrize(("uid", "named"), [(0, True), (1000, False)])
def test_root_is_named_as_user_only_for_root(monkeypatch: pytest.MonkeyPatch, uid: int, named: bool) -> None:
    monkeypatch.setattr("os.geteuid", lambda: uid)
    parser = programs(supervisor_config(Path("/r"), Path("/r/var"), Path("/r/m"), PORTS))
    assert ("user" in parser["supervisord"]) is named
