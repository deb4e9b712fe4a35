"""Shows a folder to browsers of this computer, with a script in each page that loads it again."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.base.printed import as_json

HOST = "127.0.0.1"
_OURS = ("127.0.0.1", "localhost", "[::1]")
_STATE = "/-/state"
_SCRIPT = "/-/reload.js"
_TEXT = "charset=utf-8"
# Not from the system: the registry of Windows often gives scripts a type that browsers refuse.
_TYPES = {
    ".bpmn": "application/xml",
    ".css": f"text/css; {_TEXT}",
    ".gif": "image/gif",
    ".html": f"text/html; {_TEXT}",
    ".ics": f"text/calendar; {_TEXT}",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": f"text/javascript; {_TEXT}",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


@dataclass(slots=True)
class State:
    """What the open pages ask for: the version of the site, and what is wrong at the moment."""

    run: str
    version: int = 0
    title: str = ""
    findings: Sequence[Mapping[str, object]] = field(default_factory=tuple)

    @property
    def name(self) -> str:
        """The version as pages carry it; another run of the server has other ones."""
        return f"{self.run}-{self.version}"

    def as_json(self) -> bytes:
        """Return the state as the script in the pages reads it."""
        tree = {"version": self.name, "title": self.title, "findings": list(self.findings)}
        return as_json(tree).encode()


def preview_server(folder: Path, state: State, port: int) -> ThreadingHTTPServer:
    """Return a server for a folder on this computer's own address; port 0 takes any free one.

    Raises:
        OSError: the port is taken.
    """
    return _Server((HOST, port), partial(_Handler, folder, state))


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 1024  # who asks at once, a whole company say, waits and is not sent away

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet where a browser went away before it had its answer."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60  # seconds after which a browser that says nothing is let go

    def __init__(self, folder: Path, state: State, *rest: object) -> None:
        self._folder = folder
        self._state = state
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file, the state, or the page for unknown addresses."""
        if self._host() not in _OURS:
            # A page of another site that pretends to be this one (DNS rebinding).
            self._answer(HTTPStatus.FORBIDDEN, "text/plain", b"")
            return
        path = unquote(urlsplit(self.path).path)
        if path == _STATE:
            self._answer(HTTPStatus.OK, "application/json", self._state.as_json())
        elif path == _SCRIPT:
            script = files("generator.authoring.preview").joinpath("reload.js").read_bytes()
            self._answer(HTTPStatus.OK, _TYPES[".js"], script)
        else:
            self._file(path)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the body."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet: what goes wrong stands in the page."""

    def _host(self) -> str:
        host = self.headers.get("Host", "")
        return host.rpartition(":")[0] if ":" in host.rpartition("]")[2] else host

    def _file(self, path: str) -> None:
        version = self._state.name  # before the file is read: it may be replaced meanwhile
        raw, status = self._read(path), HTTPStatus.OK
        ending = f".{path.rpartition('.')[2]}" if "." in path.rpartition("/")[2] else ".html"
        if raw is None:
            status, ending = HTTPStatus.NOT_FOUND, ".html"
            raw = self._read("/404.html") or b"<!doctype html><title>404</title><body></body>"
        if ending == ".html":
            raw = with_script(raw, version)
        self._answer(status, _TYPES.get(ending, "application/octet-stream"), raw)

    def _read(self, path: str) -> bytes | None:
        parts = [each for each in path.split("/") if each]
        if any(each == ".." or set(each) & set("\\:\0") for each in parts):
            return None
        if path.endswith("/"):
            parts.append("index.html")
        try:
            return self._folder.joinpath(*parts).read_bytes()
        except OSError:
            return None

    def _answer(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def with_script(page: bytes, version: str) -> bytes:
    """Return a page with the script of the preview at its end."""
    script = f'<script src="{_SCRIPT}" data-version="{escape(version)}"></script>'.encode()
    head, mark, tail = page.rpartition(b"</body>")
    return head + script + mark + tail if mark else page + script
