"""Routes between two cells are made once, on the lines of the whole grid."""

from __future__ import annotations

from generator.layout.shapes import Ends, simple_shapes, winding_shapes
from generator.layout.ways import Atlas

PLAIN = Ends(from_gateway=False, to_gateway=False, goes_back=False)


def test_a_shape_becomes_a_route_from_its_cell() -> None:
    ways = Atlas(4, 3).ways(simple_shapes, (1, 2), (2, 0), PLAIN)
    shapes = simple_shapes(2, 0, PLAIN)
    assert ways.costs == [shape.cost for shape in shapes]
    first, second = ways.next_route(), ways.next_route()
    assert first.line == ((3, 5), (7, 5))  # cell n has its centre on line 2n + 1
    assert second.line == tuple((3 + x, 5 + y) for x, y in shapes[1].points)
    assert (second.leaves, second.arrives) == (shapes[1].leaves, shapes[1].arrives)
    assert ways.routes == [first, second]


def test_what_was_made_is_remembered_for_these_cells_only() -> None:
    atlas = Atlas(4, 3)
    one = atlas.ways(simple_shapes, (0, 0), (1, 1), PLAIN)
    assert atlas.ways(simple_shapes, (0, 0), (1, 1), PLAIN) is one
    others = [
        atlas.ways(winding_shapes, (0, 0), (1, 1), PLAIN),
        atlas.ways(simple_shapes, (1, 0), (1, 1), PLAIN),
        atlas.ways(simple_shapes, (0, 0), (1, 0), PLAIN),
        atlas.ways(simple_shapes, (0, 0), (1, 1), PLAIN._replace(to_gateway=True)),
    ]
    assert one not in others


def test_every_cell_of_the_grid_has_its_bit() -> None:
    atlas = Atlas(3, 2)
    assert set(atlas.bits) == {(column, row) for column in range(3) for row in range(2)}
    assert len(set(atlas.bits.values())) == 6
    assert atlas.bits[2, 1] == atlas.grid.bit(2, 1)
