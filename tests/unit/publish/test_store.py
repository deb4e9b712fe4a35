"""The store returns the bytes that were put in, or nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from multiprocessing import parent_process
from pathlib import Path

import pytest

from generator.base.artifact import Artifact
from generator.publish.store import ArtifactStore
from generator.publish.writer import write_artifacts


@pytest.fixture
def store(tmp_path: Path) -> ArtifactStore:
    return ArtifactStore(tmp_path / "store", "program 1")


def entries(store: ArtifactStore) -> list[Path]:
    return sorted(path for path in store.folder.rglob("*") if path.is_file())


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
    ArtifactStore(tmp_path / "store", "program 2").through(counted(calls)).body()
    assert len(calls) == 3


def cut(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[:-1])


def empty(entry: Path) -> None:
    entry.write_bytes(b"")


def flip(entry: Path) -> None:
    raw = bytearray(entry.read_bytes())
    raw[40] ^= 1
    entry.write_bytes(raw)


def replace_by_folder(entry: Path) -> None:
    entry.unlink()
    entry.mkdir()


def replace_by_link(entry: Path) -> None:
    other = entry.with_name("other")
    entry.rename(other)
    os.symlink(other, entry)


@pytest.mark.parametrize("harm", [cut, empty, flip, replace_by_folder, replace_by_link])
def test_a_damaged_entry_is_made_again(store: ArtifactStore, harm: Callable[[Path], None]) -> None:
    calls: list[str] = []
    store.through(counted(calls)).body()
    harm(entries(store)[0])
    assert store.through(counted(calls)).body() == b"bytes of a.docx"
    assert len(calls) == 2


def test_an_entry_under_the_name_of_another_is_not_believed(store: ArtifactStore) -> None:
    calls: list[str] = []
    store.through(counted(calls, path="b.docx", key="b")).body()
    (entry,) = entries(store)
    place = store.folder / store.address("a")[:2] / store.address("a")
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(entry.read_bytes())
    assert store.through(counted(calls, key="a")).body() == b"bytes of a.docx"


def test_entries_that_no_build_uses_go_and_foreign_files_stay(store: ArtifactStore) -> None:
    store.through(counted([])).body()
    store.through(counted([], key="old")).body()
    foreign = store.folder / "aa" / "letter.docx"
    foreign.parent.mkdir(exist_ok=True)
    foreign.touch()
    (store.folder / "aa" / ("0" * 64 + ".new")).touch()  # of a killed build
    later = ArtifactStore(store.folder, store.program)
    later.through(counted([]))
    later.forget_unused()
    assert {each.name for each in entries(store)} == {store.address("k"), "letter.docx"}


def test_a_store_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file in its place")
    store = ArtifactStore(tmp_path / "store", "1")
    assert store.through(counted([])).body() == b"bytes of a.docx"
    store.forget_unused()


def in_a_worker(path: str) -> bytes:
    return f"bytes of {path}{' by a worker' if parent_process() else ''}".encode()


def test_processes_make_ahead_what_is_missing(store: ArtifactStore, tmp_path: Path) -> None:
    artifacts = [
        Artifact(f"{at}.docx", partial(in_a_worker, f"{at}.docx"), str(at)) for at in range(40)
    ]
    store.make_ahead(artifacts, jobs=2)
    write_artifacts(tmp_path / "out", [store.through(each) for each in artifacts])
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
    later = ArtifactStore(store.folder, store.program)
    later.through(artifact).body()
    later.forget_unused()
    assert len(entries(store)) == 2


def test_what_fails_in_a_process_fails_again_in_the_open(store: ArtifactStore) -> None:
    def fail() -> bytes:
        raise ZeroDivisionError

    artifacts = [Artifact(f"{at}", fail, str(at)) for at in range(40)]
    with pytest.raises(ZeroDivisionError):
        store.make_ahead(artifacts, jobs=2)
