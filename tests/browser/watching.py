"""What a browser notes by itself: errors, broken policies, where requests went."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page

OWN_SCHEMES = {"data", "blob", "about"}


@dataclass
class Watch:
    """Notes of one browser context. `allowed`: parts of errors that a test brings about on purpose."""

    origins: frozenset[str]
    errors: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Watch every page of the context, also those that it opens later."""
        context.on("console", self._said)
        context.on("request", lambda request: self.requested.append(request.url))
        context.on("page", self._page)

    def allow(self, *parts: str) -> None:
        self.allowed += parts

    @property
    def unexpected(self) -> list[str]:
        """Errors of scripts, failed loads, and what a content security policy refused."""
        return [error for error in self.errors if not any(part in error for part in self.allowed)]

    @property
    def third_parties(self) -> list[str]:
        return [url for url in self.requested if not self._ours(url)]

    def _ours(self, url: str) -> bool:
        parts = urlsplit(url)
        return parts.scheme in OWN_SCHEMES or f"{parts.scheme}://{parts.netloc}" in self.origins

    def _page(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.errors.append(f"script: {error}"))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")
