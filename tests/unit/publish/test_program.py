"""Another version of the program does not use the entries of this one."""

from __future__ import annotations

from generator.publish.program import program_name


def test_the_name_is_one_digest_as_long_as_nothing_changes() -> None:
    assert len(program_name()) == 64
    assert program_name() == program_name()
