"""Each kind of part is written as one element, with everything escaped that is text."""

from __future__ import annotations

import pytest

from generator.document.markdown import read_markdown
from generator.renderers.html.net import is_clean
from generator.renderers.html.prose_writer import ProseWriter

BOX = '<div class="admonition a">\n<p class="admonition-title"><em>b</em></p>\n<p>c</p>\n</div>'


def written(text: str) -> str:
    writer = ProseWriter(
        address=lambda address: f"to/{address}",
        cited=lambda code: f"#{code.lower()}" if code == "P-01" else "",
    )
    html = writer.html(read_markdown(text).nodes)
    assert is_clean(html)
    return html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('a & "b" <c>', "<p>a &amp; &#34;b&#34; &lt;c&gt;</p>"),
        ("> a\n\n---", "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("- a\n\n  b", "<ul>\n<li><p>a</p>\n<p>b</p>\n</li>\n</ul>"),
        ("```sh\n<a>\n```", '<pre><code class="language-sh">&lt;a&gt;\n</code></pre>'),
        ("    a\n", "<pre><code>a\n</code></pre>"),
        ("*a* **b** `<c>`", "<p><em>a</em> <strong>b</strong> <code>&lt;c&gt;</code></p>"),
        ('[a](b "c\\"d")', '<p><a href="to/b" title="c&quot;d">a</a></p>'),
        ("![a *b*](c)", '<p><img src="to/c" alt="a b"></p>'),
        ("a\n:   b", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>"),
        ("See P-01, P-02 XP-01 P-01-x", '<p>See <a href="#p-01">P-01</a>, P-02 XP-01 P-01-x</p>'),
        ("## P-01 [P-01](b)", '<h2 id="p-01-p-01">P-01 <a href="to/b">P-01</a></h2>'),
        ("a<br>b  \nc", "<p>a<br>\nb<br>\nc</p>"),
        ("!!! a *b*\n    c", BOX),
    ],
)  # fmt: skip
def test_what_comes_out(text: str, html: str) -> None:
    assert written(text) == f"{html}\n"


def test_tables_scroll_in_a_region_named_after_their_heading() -> None:
    html = written('## Days & "hours"\n\n| a | b | c |\n|---|:-:|--:|\n| d | e | f |\n')
    region = '<div class="hb-scroll" tabindex="0" role="region" aria-label='
    assert f'{region}"Days &amp; &quot;hours&quot;"><table class="hb-table">' in html
    assert '<th class="hb-center" scope="col">b</th>' in html
    assert '<td class="hb-right">f</td>' in html


def test_footnotes_stand_at_the_end_and_lead_back() -> None:
    html = written("a[^x] b[^x]\n\n[^x]: c\n")
    assert html.count('id="fnref-1"') == 1
    assert html.count('href="#fn-1"') == 2
    assert (
        '<li id="fn-1">\n<p>c</p>\n<a class="footnote-backref" href="#fnref-1">↩</a></li>' in html
    )
