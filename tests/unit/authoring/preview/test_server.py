"""The preview shows a folder, and only to browsers of this computer that ask for it by name."""

from __future__ import annotations

import json
import socket  # noqa: TID251
import struct
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage  # noqa: TID251
from pathlib import Path
from threading import Thread

import pytest

from generator.authoring.preview.server import State, preview_server, with_script

SCRIPT = b'<script src="/-/reload.js" data-version="1-0"></script>'


@pytest.fixture
def state() -> State:
    return State(run="1")


@pytest.fixture
def port(tmp_path: Path, state: State) -> Iterator[int]:
    site = tmp_path / "site"
    (site / "forms").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret")
    (site / "index.html").write_bytes(b"<body>start</body>")
    (site / "404.html").write_bytes(b"<body>unknown</body>")
    (site / "forms/a.html").write_bytes(b"<body>form</body>")
    (site / "forms/a.js").write_bytes(b"</body>")
    server = preview_server(site, state, 0)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


@dataclass
class Answer:
    status: int
    headers: HTTPMessage
    body: bytes


def get(port: int, path: str, *, host: str = "127.0.0.1", method: str = "GET") -> Answer:
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", f"{host}:{port}")
        connection.endheaders()
        with connection.getresponse() as answer:
            return Answer(answer.status, answer.headers, answer.read())


@pytest.mark.parametrize("path", ["/", "/index.html", "/index.html?x=1", "//"])
def test_pages_carry_the_script(port: int, path: str) -> None:
    answer = get(port, path)
    assert (answer.status, answer.body) == (200, b"<body>start" + SCRIPT + b"</body>")
    assert answer.headers["Cache-Control"] == "no-store"


def test_other_files_are_as_they_are(port: int) -> None:
    answer = get(port, "/forms/a.js")
    assert answer.body == b"</body>"
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"


def test_unknown_addresses_get_their_page(port: int) -> None:
    answer = get(port, "/nothing/here.html")
    assert (answer.status, answer.body) == (404, b"<body>unknown" + SCRIPT + b"</body>")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/forms/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/c:/secret.txt",
        "/%00",
        "/forms",
    ],
)
def test_nothing_outside_the_folder_is_shown(port: int, path: str) -> None:
    answer = get(port, path)
    assert answer.status == 404
    assert b"secret" not in answer.body


def test_pages_of_other_sites_learn_nothing(port: int) -> None:
    answer = get(port, "/", host="evil.example")
    assert (answer.status, answer.body) == (403, b"")
    assert get(port, "/", host="localhost").status == 200


def test_a_head_has_no_body(port: int) -> None:
    answer = get(port, "/", method="HEAD")
    assert answer.headers["Content-Length"] == str(len(b"<body>start</body>" + SCRIPT))
    assert answer.body == b""


def test_the_state_tells_version_and_findings(port: int, state: State) -> None:
    state.version, state.title, state.findings = 3, "1 个错误", ({"code": "HB101"},)
    assert json.loads(get(port, "/-/state").body) == {
        "version": "1-3",
        "title": "1 个错误",
        "findings": [{"code": "HB101"}],
    }
    assert b"/-/state" in get(port, "/-/reload.js").body


def test_a_page_without_an_end_carries_the_script_too() -> None:
    assert with_script(b"<p>x", '"') == (
        b'<p>x<script src="/-/reload.js" data-version="&quot;"></script>'
    )


@pytest.mark.promise("B07")
def test_two_hundred_who_ask_at_once_are_all_answered(tmp_path: Path, state: State) -> None:
    (tmp_path / "index.html").write_bytes(b"<body>start</body>")
    server = preview_server(tmp_path, state, 0)
    clients = [socket.socket() for _ in range(200)]
    answering = Thread(target=server.serve_forever, daemon=True)
    try:
        for each in clients:
            each.settimeout(20)
            each.connect(server.server_address)  # nobody answers yet: all of them wait in a row
        answering.start()
        for each in clients:
            each.sendall(b"GET / HTTP/1.0\r\nHost: localhost\r\n\r\n")
        answers = [each.makefile("rb").read() for each in clients]
    finally:
        for each in clients:
            each.close()
        if answering.is_alive():
            server.shutdown()
        server.server_close()
    assert [each[:15] for each in answers] == [b"HTTP/1.1 200 OK"] * 200
    assert all(b"start" in each for each in answers)


def test_a_browser_that_goes_away_is_no_fault(port: int, capfd: pytest.CaptureFixture[str]) -> None:
    for piece in (b"", b"GET", b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" * 50):
        with socket.socket() as gone:
            gone.connect(("127.0.0.1", port))
            # What is closed so resets the connection, whatever is still on its way.
            gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            gone.sendall(piece)
    for _ in range(3):
        assert get(port, "/").status == 200
    assert capfd.readouterr() == ("", "")
