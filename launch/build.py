"""What is built before the start: encoder, knowledge base, trained model; each only when it is not there."""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path

from launch.environments import Environments
from launch.problems import CannotStart
from launch.progress import run_logged, step

QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "PYTHONWARNINGS": "ignore",
}
KEPT_MODELS = 3
TRAINED_FROM = ("config.yml", "domain.yml", "data/**/*.yml", "bot/**/*.py", "requirements/bot.txt")
LOOKUPS = "var/kb/lookups.json"


class Builder:
    """Builds into `var/` and `models/` below the root."""

    def __init__(self, root: Path, environments: Environments) -> None:
        self._root, self._environments = root, environments
        self._logs = root / "var" / "log"

    def build(self) -> Path:
        """Build what is missing and give the model that fits the data. Raises CannotStart."""
        self.encoder()
        self.knowledge_base()
        return self.model()

    def encoder(self) -> None:
        """Build the sentence encoder once; its weights' sha256 is checked."""
        folder = self._root / "var" / "encoder"
        source = hashlib.sha256()
        for path in sorted((self._root / "bot" / "encoder").glob("*.py")):
            source.update(path.read_bytes())
        stamp = folder / "built-from.sha256"
        if (
            stamp.is_file()
            and stamp.read_text() == source.hexdigest()
            and (folder / "encoder.onnx").is_file()
        ):
            return
        with step("Building the sentence encoder"):
            command = [self._python("bot"), "-m", "bot.encoder.build", "var/encoder"]
            self._run(command, "encoder", "The sentence encoder could not be built.")
        stamp.write_text(source.hexdigest())

    def knowledge_base(self) -> None:
        """Check the content and build the database; an editor's mistakes are listed, not logged away."""
        with step("Building the knowledge base"):
            result = subprocess.run(
                [self._python("app"), "-m", "kb", "build"],
                cwd=self._root,
                capture_output=True,
                text=True,
                check=False,
            )
        if result.returncode:
            said = result.stderr.strip()
            raise CannotStart(f"{said}\nMend the content files named above and run again.")

    def model(self) -> Path:
        """Train if no model fits today's data; give the fitting one."""
        wanted = self._root / "models" / f"signpost-{self.fingerprint()}.tar.gz"
        if not wanted.is_file():
            with step("Training the bot (some ten minutes the first time, then one or two)"):
                command = [self._python("bot"), "-m", "bot", "train", "--force", "--skip-validation"]
                command += ["--fixed-model-name", wanted.name[: -len(".tar.gz")]]
                self._run(command, "train", "The bot could not be trained.")
            self._drop_old_models(wanted)
        return wanted

    def fingerprint(self) -> str:
        """Name the state of everything the model is made from: 12 hex digits."""
        digest = hashlib.sha256()
        for pattern in (*TRAINED_FROM, LOOKUPS):
            for path in sorted(self._root.glob(pattern)):
                digest.update(str(path.relative_to(self._root)).encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()[:12]

    def _drop_old_models(self, newest: Path) -> None:
        models = sorted(newest.parent.glob("signpost-*.tar.gz"), key=lambda path: path.stat().st_mtime)
        for old in models[:-KEPT_MODELS]:
            old.unlink()

    def _python(self, name: str) -> str:
        return str(self._environments.python(name))

    def _run(self, command: list[str], log: str, failed: str) -> None:
        env = {**os.environ, **QUIET}
        run_logged(command, self._logs / f"{log}.log", self._root, failed, env=env)
