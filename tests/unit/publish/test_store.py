"""The store returns the bytes that were put in, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from multiprocessing import parent_process
from pathlib import Path

import pytest

from generator.base.artifact import Artifact
from generator.publish.gate import Gate
from generator.publish.named_folder import gate_at
from generator.publish.owned import LIST
from generator.publish.refusal import Refused
from generator.publish.store import ArtifactStore
from generator.publish.writer import write_artifacts


@pytest.fixture
def store(tmp_path: Path) -> ArtifactStore:
    return ArtifactStore(Gate(tmp_path), "program 1")


def folder(store: ArtifactStore) -> Path:
    return store.work.path("store")


def entries(store: ArtifactStore) -> list[Path]:
    return sorted(path for path in folder(store).rglob("*") if path.is_file() and path.name != LIST)


def counted(calls: list[str], *, path: str = "a.docx", key: str | None = "k") -> Artifact:
    def body() -> bytes:
        calls.append(path)
        return f"bytes of {path}".encode()

    return Artifact(path, body, key)


def test_what_is_kept_is_not_made_again(store: ArtifactStore) -> None:
    calls: list[str] = []
    for _ in range(2):
        assert store.through(counted(calls)).body() == b"bytes of a.docx"
    assert calls == ["a.docx"]


def test_without_a_key_nothing_is_kept(store: ArtifactStore) -> None:
    calls: list[str] = []
    for _ in range(2):
        store.through(counted(calls, key=None)).body()
    assert len(calls) == 2
    assert entries(store) == []


def test_another_key_or_program_finds_nothing(store: ArtifactStore, tmp_path: Path) -> None:
    calls: list[str] = []
    store.through(counted(calls)).body()
    store.through(counted(calls, key="other")).body()
    ArtifactStore(Gate(tmp_path), "program 2").through(counted(calls)).body()
    assert len(calls) == 3


def cut(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[:-1])


def empty(entry: Path) -> None:
    entry.write_bytes(b"")


def flip(entry: Path) -> None:
    raw = bytearray(entry.read_bytes())
    raw[40] ^= 1
    entry.write_bytes(raw)


@pytest.mark.parametrize("harm", [cut, empty, flip])
@pytest.mark.promise("B03")
def test_a_damaged_entry_is_made_again(store: ArtifactStore, harm: Callable[[Path], None]) -> None:
    calls: list[str] = []
    store.through(counted(calls)).body()
    harm(entries(store)[0])
    assert store.through(counted(calls)).body() == b"bytes of a.docx"
    assert len(calls) == 2


@pytest.mark.promise("B03")
def test_an_entry_under_the_name_of_another_is_not_believed(store: ArtifactStore) -> None:
    calls: list[str] = []
    store.through(counted(calls, path="b.docx", key="b")).body()
    (entry,) = entries(store)
    place = folder(store) / store.address("a")[:2] / store.address("a")
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(entry.read_bytes())
    assert store.through(counted(calls, key="a")).body() == b"bytes of a.docx"


def test_entries_that_no_build_uses_go(store: ArtifactStore) -> None:
    store.begin()
    store.through(counted([])).body()
    store.through(counted([], key="old")).body()
    (folder(store) / "aa").mkdir(exist_ok=True)
    (folder(store) / "aa" / ("0" * 64 + ".handbook-new")).touch()  # of a killed build
    later = ArtifactStore(store.work, store.program)
    later.begin()
    later.through(counted([]))
    later.forget_unused()
    assert [each.name for each in entries(store)] == [store.address("k")]


def test_a_clean_store_is_empty(store: ArtifactStore) -> None:
    store.begin()
    store.through(counted([])).body()
    store.begin(clean=True)
    assert entries(store) == []
    store.end()
    assert not folder(store).exists()


def test_what_only_has_the_name_of_an_entry_stays_and_is_named(store: ArtifactStore) -> None:
    store.begin()
    mine = folder(store) / "ab" / ("ab" * 32)
    mine.parent.mkdir()
    mine.write_text("mine")
    store.begin(clean=True)
    store.forget_unused()
    assert mine.read_text() == "mine"
    assert set(store.foreign) == {f"ab/{mine.name}"}


def test_a_store_of_somebody_else_is_refused(store: ArtifactStore) -> None:
    (folder(store) / "ab").mkdir(parents=True)
    (folder(store) / "ab" / ("ab" * 32)).write_text("mine")
    with pytest.raises(Refused):
        store.begin()


@pytest.mark.parametrize("name", ["aa/letter.docx", "notes.txt", "aa/bb/" + "0" * 64, "photos/"])
def test_what_is_no_entry_is_refused_and_stays(store: ArtifactStore, name: str) -> None:
    store.through(counted([])).body()
    foreign = folder(store) / name
    foreign.parent.mkdir(exist_ok=True, parents=True)
    foreign.mkdir() if name.endswith("/") else foreign.touch()
    with pytest.raises(Refused) as refused:
        store.begin(clean=True)
    assert name.rstrip("/").rpartition("/")[0] in str(refused.value.message.args["names"])
    assert foreign.exists()
    assert store.address("k") in {each.name for each in entries(store)}


def test_a_file_in_place_of_the_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("mine")
    with pytest.raises(Refused):
        ArtifactStore(Gate(tmp_path), "1").begin()
    assert (tmp_path / "store").read_text() == "mine"


def in_a_worker(path: str) -> bytes:
    return f"bytes of {path}{' by a worker' if parent_process() else ''}".encode()


def test_processes_make_ahead_what_is_missing(store: ArtifactStore, tmp_path: Path) -> None:
    artifacts = [
        Artifact(f"{at}.docx", partial(in_a_worker, f"{at}.docx"), str(at)) for at in range(40)
    ]
    store.make_ahead(artifacts, jobs=2)
    write_artifacts(gate_at(tmp_path / "out"), [store.through(each) for each in artifacts])
    assert (tmp_path / "out/7.docx").read_bytes() == b"bytes of 7.docx by a worker"


def whole(calls: list[str], parts: tuple[Artifact, ...], key: str = "whole") -> Artifact:
    def body(*pieces: bytes) -> bytes:
        calls.append("whole")
        return b" and ".join(pieces)

    return Artifact("whole.docx", body, key, parts=parts)


def test_parts_are_kept_and_what_they_belong_to_is_made_from_them(store: ArtifactStore) -> None:
    calls: list[str] = []
    parts = (counted(calls, path="a", key="a"), counted(calls, path="b", key="b"))
    assert store.through(whole(calls, parts)).body() == b"bytes of a and bytes of b"
    changed = (parts[0], counted(calls, path="c", key="c"))
    assert store.through(whole(calls, changed, "other")).body() == b"bytes of a and bytes of c"
    assert calls == ["a", "b", "whole", "c", "whole"]


def test_parts_stay_in_use_where_the_whole_is_not_made_again(store: ArtifactStore) -> None:
    artifact = whole([], (counted([], path="a", key="a"),))
    store.through(artifact).body()
    later = ArtifactStore(store.work, store.program)
    later.through(artifact).body()
    later.forget_unused()
    assert len(entries(store)) == 2


def test_what_fails_in_a_process_fails_again_in_the_open(store: ArtifactStore) -> None:
    def fail() -> bytes:
        raise ZeroDivisionError

    artifacts = [Artifact(f"{at}", fail, str(at)) for at in range(40)]
    with pytest.raises(ZeroDivisionError):
        store.make_ahead(artifacts, jobs=2)
