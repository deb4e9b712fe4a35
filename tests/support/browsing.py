"""What the browser tests share: the type of the function that opens a page of the site."""

from __future__ import annotations

from typing import Protocol

from playwright.sync_api import Page


class Visit(Protocol):
    """Opens a page of the site in a new window: over http or from the folder (`by="file"`)."""

    def __call__(
        self,
        path: str,
        *,
        by: str = "http",
        width: int = 1280,
        height: int = 800,
        **options: object,
    ) -> Page:
        """Open it; `options` are those of a browser context."""
