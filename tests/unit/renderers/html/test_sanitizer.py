"""Hand-written HTML comes out whole and harmless, and says what was left out."""

from __future__ import annotations

import pytest

from generator.renderers.html.sanitizer import Passage, Sanitizer


def cleaned(text: str) -> Sanitizer:
    made = Sanitizer(
        address=lambda written: f"to/{written}",
        cited=lambda code: f"#{code.lower()}" if code == "P-01" else "",
    )
    made.feed(text)
    made.close()
    return made


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("<p>a &amp; b</p>", "<p>a &amp; b</p>"),
        ("<p>a<br>b<hr></p>", "<p>a<br>b<hr></p>"),
        ("<p>a<br/>b<b/></p>", "<p>a<br>b<b></b></p>"),
        ("<p><b>bold", "<p><b>bold</b></p>"),
        ("<ul><li>a<li>b</ul>", "<ul><li>a<li>b</li></li></ul>"),
        ("</b>text", "text"),
        ("<p><i>a</p>b", "<p><i>a</i></p>b"),
        ("<blink>a</blink>", "a"),
        ("a<script>x = '<b>'</script>b", "ab"),
        ("a<style>p {}</style><textarea>t</textarea>b", "ab"),
        ('<p onclick="x()" class="c" title="t">a</p>', '<p class="c" title="t">a</p>'),
        ('<a href="x.md">a</a>', '<a href="to/x.md">a</a>'),
        ('<a href="javascript:x()">a</a>', "<a>a</a>"),
        ('<img src="p.png" alt="P" onerror="x()">', '<img src="to/p.png" alt="P">'),
        ('<p href="x">a</p>', "<p>a</p>"),
        ('<p id="a">1</p><p id="a">2</p>', '<p id="a">1</p><p>2</p>'),
        ('<td style="text-align: right;">1</td>', '<td class="hb-right">1</td>'),
        ('<td style="text-align: center">1</td>', '<td class="hb-center">1</td>'),
        ('<td style="color: red">1</td>', "<td>1</td>"),
        ("<th>a</th>", '<th scope="col">a</th>'),
        ('<th scope="row">a</th>', '<th scope="row">a</th>'),
        ("<details open>a</details>", '<details open="">a</details>'),
        ("see P-01, P-02", 'see <a href="#p-01">P-01</a>, P-02'),
        ("<code>P-01</code>", "<code>P-01</code>"),
        ('<a href="x">P-01</a>', '<a href="to/x">P-01</a>'),
        ("<h2>P-01</h2>", "<h2>P-01</h2>"),
        ("XP-01 P-01-x", "XP-01 P-01-x"),
    ],
)
def test_what_comes_out(written: str, html: str) -> None:
    assert cleaned(written).html == html + "\n"


def test_what_is_left_out_is_named() -> None:
    made = cleaned('<blink onclick="a">x</blink><p onclick="a">y</p><a href="data:x">z</a>')
    assert list(made.left_out) == ["<blink>", "onclick=", "href=data:"]


def test_links_are_kept_as_written_and_as_on_the_page() -> None:
    made = cleaned('<a href="a.md">a</a><img src="b.png">')
    assert made.links == [("a.md", "to/a.md"), ("b.png", "to/b.png")]


def test_tables_scroll_in_a_region_named_after_their_heading() -> None:
    html = cleaned('<h2>Days &amp; hours</h2><table class="c"><tr><td>1</td></tr></table>').html
    assert html == (
        "<h2>Days &amp; hours</h2>"
        '<div class="hb-scroll" tabindex="0" role="region" aria-label="Days &amp; hours">'
        '<table class="hb-table c"><tr><td>1</td></tr></table></div>\n'
    )


def test_the_title_is_left_out_and_its_anchor_known() -> None:
    made = cleaned('<h1 id="top">Title <b>x</b></h1><p>a</p><h1>Other</h1>')
    assert made.title_anchor == "top"
    assert made.html == "<p>a</p><h1>Other</h1>\n"
    assert cleaned("<p>a</p><h1>No title</h1>").html == "<p>a</p><h1>No title</h1>\n"


def test_passages_are_what_stands_below_each_heading() -> None:
    made = cleaned("<p>Before.</p><h2 id='w'>Why  <i>so</i></h2><p>a</p><p>b</p><h3>No</h3>")
    assert made.passages == (
        Passage(text="Before."),
        Passage(anchor="w", title="Why so", level=2, text="a b"),
        Passage(title="No", level=3),
    )
