"""The last net finds what may not stand on a page, and nothing on pages that are in order."""

from __future__ import annotations

import pytest

from generator.renderers.html.net import is_clean


@pytest.mark.parametrize(
    "html",
    [
        "<script>a</script>",
        '<p onclick="a">b</p>',
        '<a href="javascript:a">b</a>',
        "<p>a",
        "a & b",
        "<p>a</b></p>",
        "<!-- a -->",
        '<iframe src="a"></iframe>',
    ],
)
def test_what_may_not_stand_on_a_page(html: str) -> None:
    assert not is_clean(html)


@pytest.mark.parametrize(
    "html",
    [
        '<p class="a" id="b">c &amp; &lt;d&gt; &#34;e&#34;&nbsp;</p>\n',
        '<a href="甲.html#乙" title="a &quot;b&quot;">c</a><br>\n',
        '<img src="a.png" alt="b" width="3">',
        '<a href="https://a.example/">b</a><a href="mailto:a@b.example">c</a>',
    ],
)
def test_what_is_in_order(html: str) -> None:
    assert is_clean(html)
