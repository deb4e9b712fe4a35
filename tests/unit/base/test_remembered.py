"""What is worked out for an object is worked out once, and for no other one."""

from generator.base.remembered import remembered


def test_the_same_object_is_looked_at_once_and_an_equal_one_by_itself() -> None:
    seen: list[object] = []

    @remembered
    def count(thing: list[int]) -> int:
        seen.append(thing)
        return len(seen)

    one, other = [1], [1]
    assert (count(one), count(one), count(other), count(one)) == (1, 1, 2, 1)


def test_an_object_that_is_gone_gives_its_answer_to_no_other() -> None:
    """The ids of objects that are gone go to new ones: those remembered have to be kept."""

    @remembered
    def first(thing: tuple[int, ...]) -> int:
        return thing[0]

    assert [first((number, 0)) for number in range(5000)] == list(range(5000))
