"""What has to be forgotten in the background: old conversations and cards, and what the bot still holds."""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime, timedelta

from casework.erasing import Erasing
from gateway.bot_client import BotClient, BotFailed

logger = logging.getLogger(__name__)
EVERY_SECONDS = 60.0
# Longer than any turn: what was on its way to the bot at a deletion has arrived by then, and is erased too.
TURNS_ARE_OVER = timedelta(minutes=1)


class Upkeep:
    """Forgets, once a minute and after each deletion. Nothing runs before `start`."""

    def __init__(self, erasing: Erasing, bot: BotClient, retention_days: int) -> None:
        self._erasing, self._bot = erasing, bot
        self._retention = timedelta(days=retention_days)
        self._woken, self._stopped = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="upkeep", daemon=True)

    def start(self) -> None:
        """Begin rounds in a thread of their own."""
        self._thread.start()

    def wake(self) -> None:
        """Have the next round now; without a started thread it waits for the next start."""
        self._woken.set()

    def stop(self) -> None:
        """End the thread after the round it is in."""
        self._stopped.set()
        self.wake()
        self._thread.join()

    def round(self, moment: datetime) -> None:
        """Erase what is too old at `moment` (UTC), and have the bot erase what it still holds."""
        limit = moment - self._retention
        while self._erasing.conversations_before(limit):
            pass
        self._erasing.cards_before(limit)
        notes = self._erasing.trackers()
        clean = not notes or self._erasing.empty_log()
        failures: set[str] = set()
        for note in notes:
            try:
                self._bot.erase(note.conversation_id)
            except BotFailed as failed:
                failures.add(failed.reason)
                if failed.reason in ("away", "slow"):
                    break
                continue
            if clean and moment - note.noted_at >= TURNS_ARE_OVER:
                self._erasing.tracker_erased(note.conversation_id)
        if failures:
            logger.warning("the bot could not erase all trackers (%s)", ", ".join(sorted(failures)))

    def _run(self) -> None:
        while not self._stopped.is_set():
            self._woken.clear()
            try:
                self.round(datetime.now(UTC))
            except Exception as error:
                # The type only, as everywhere; the next round tries again.
                logger.error("upkeep failed: %s", type(error).__name__)
            self._woken.wait(EVERY_SECONDS)
