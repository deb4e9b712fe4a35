"""Check judges the hand-written pages as a build does, and the files that the house style names."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest
from bicycles import new_bicycles
from command import STARTER

from generator.checking.folder import HandbookFolder
from generator.document.site import site_pages
from generator.outputs.catalogue import all_files, downloads_of
from generator.outputs.figures import figures
from generator.outputs.material import contexts, material_of
from generator.renderers.html.addresses import href
from generator.rules.catalogue import all_rules
from generator.site.content import content_titles
from generator.site.hand_written import HandWritten
from generator.site.staging import stage
from generator.site.verdict import read_handbook

PNG = (Path(__file__).parents[2] / "golden/handbook/house/logo.png").read_bytes()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STARTER, tmp_path / "book"))


def told(root: Path) -> list[tuple[str, str, int, int]]:
    checked = read_handbook(root).checked
    spans = [(each.rule.name, checked.span(each.where)) for each in checked.diagnostics]
    return [(name, span.file, span.line, span.column) for name, span in spans]


def write(root: Path, path: str, text: str | bytes) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(text.encode() if isinstance(text, str) else text)


def test_the_places_on_pages_are_those_of_a_build(tmp_path: Path) -> None:
    folder = read_handbook(new_bicycles(tmp_path / "bicycles"))
    content = {**folder.content, "more.md": b"[x](../index.html#downloads)"}
    for ctx in contexts(folder, drafts=False):
        downloads = downloads_of(ctx, all_files(ctx, material_of(folder, lambda _: ())))
        pages = site_pages(ctx, downloads, content_titles(content), all_rules())
        drawn = figures(ctx, pages, lambda page: partial(href, page))
        staged = stage(
            pages,
            ctx=ctx,
            content=content,
            figures={key: each.body().decode() for key, each in drawn},
            folder=tmp_path / "staged",
            downloads=downloads,
        )
        judged = HandWritten(ctx, _with_content(folder, content))
        assert {
            path: frozenset(judged.anchors(path)) for path in staged.links.anchors
        } == staged.links.anchors


def _with_content(folder: HandbookFolder, content: dict[str, bytes]) -> HandbookFolder:
    return HandbookFolder(
        checked=folder.checked,
        content=content,
        catalogues=folder.catalogues,
        house_files=folder.house_files,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[x](foreward.md)", ("broken-link", 3, 5)),
        ("[x](index.md#nowhere)", ("broken-anchor", 3, 5)),
        ("[x](#nowhere)", ("broken-anchor", 3, 5)),
        ("![x](no.png)", ("broken-link", 3, 6)),
        ('![x](no.png "title")', ("broken-link", 3, 6)),
        ("[x][y]\n\n[y]: no.md", ("broken-link", 5, 6)),
        ('<img src="no.png">', ("unsafe-content", 3, 1)),
        ("<!-- for us -->", ("hidden-text", 3, 1)),
        ("[x]: no.md", ("hidden-text", 3, 1)),
        ("&#x202E;a", ("writing-direction", 3, 1)),
        ("&#0;a", ("broken-character", 3, 1)),
        ("&#xFEFF;a", ("invisible-character", 3, 1)),
        ("[](more.md)", ("nothing-shown", 3, 1)),
        ("![a](more.md)", ("no-picture", 3, 6)),
        ("`a`{.red}", ("idle-look", 3, 6)),
        ("!" + "[x](https://example.org/a.png)", ("remote-picture", 3, 6)),
        ("60*90*120", ("lost-stars", 3, 1)),
        (">" * 60 + " deep", ("page-limit", 3, 1)),
        ("[x](../processes/no.html)", ("broken-link", 3, 5)),
        ("[x](../processes/take-order.html#step-no)", ("broken-anchor", 3, 5)),
        ("[x](../forms/no.docx)", ("broken-link", 3, 5)),
        ("## A {#a}\n\n## B {#a}", ("same-anchor", 5, 8)),
        ("Hello <script>x</script>", ("unsafe-content", 3, 7)),
        ("[x](javascript:x)", ("unsafe-content", 3, 5)),
    ],
)
def test_what_is_wrong_with_a_page_is_told_where_it_is_written(
    root: Path, text: str, expected: tuple[str, int, int]
) -> None:
    write(root, "content/more.md", f"# More\n\n{text}\n")
    assert told(root) == [(expected[0], "content/more.md", *expected[1:])]


@pytest.mark.parametrize(
    "text",
    [
        "[x](#第二节-退货-和-换货)\n\n## 第二节 退货 和 换货",
        "[x](#part-2)\n\n## Part\n\n## Part",
        "[x](index.md) [x](../index.html) [x](../glossary.html#order) [x](../pages.html)",
        "[x](../processes/take-order.html#step-take) [x](../processes/take-order.svg)",
        "[x](../forms/order-sheet.docx) [x](../downloads/handbook-offline.zip)",
        "[x](../index.html#downloads)",
        "Plain text",
    ],
)
def test_what_leads_somewhere_is_not_told(root: Path, text: str) -> None:
    write(root, "content/more.md", f"# More\n\n{text}\n")
    assert told(root) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("甲,乙", "half-width-mark"),
        ("- 甲;乙", "half-width-mark"),
        ("## \n\nword", "nothing-shown"),
        ("word\n\n" * 51_000, "page-limit"),
    ],
)
def test_the_plainest_page_is_judged_as_well(root: Path, text: str, name: str) -> None:
    for path in (root / "content").rglob("*.md"):
        path.unlink()
    write(root, "content/plain.md", f"# Plain\n\n{text}\n")
    assert [each[0] for each in told(root)] == [name]


def test_a_text_for_a_chapter_that_is_not_there_is_told(root: Path) -> None:
    write(root, "content/chapters/sale.md", "Hello\n")
    assert told(root) == [("lost-page", "content/chapters/sale.md", 1, 1)]


@pytest.mark.parametrize(
    ("style", "columns"),
    [
        ("logo: house/logo.png", []),
        ("logo: house/lgoo.png", [21]),
        ("logo: ../logo.png", [21]),
        ("logo: house/bad.png", [21]),
        ("base-document: house/logo.png", [30]),
        ("base-document: none.docx, logo: none.png", [30, 47]),
    ],
)
def test_files_of_the_house_style_must_be_there_and_fit(
    root: Path, style: str, columns: list[int]
) -> None:
    write(root, "house/logo.png", PNG)
    write(root, "house/bad.png", PNG[:10])
    write(root, "../logo.png", PNG)
    settings = root / "processes/handbook.yml"
    settings.write_text(f"{settings.read_text()}house-style: {{{style}}}\n")
    line = settings.read_text().count("\n")
    assert told(root) == [
        ("house-file", "processes/handbook.yml", line, column) for column in columns
    ]


def codes_of(root: Path) -> list[str]:
    return [each.rule.code for each in read_handbook(root).checked.diagnostics]


@pytest.mark.parametrize(
    ("path", "old", "new", "codes"),
    [
        # A renamed role: the link to its page is the same fault.
        ("organization", "role: clerk", "role: clerks", ["HB201"]),
        # What stands in a hole of its file may have the page.
        ("organization", "    title: Sales clerk\n", "", ["HB102"]),
        ("organization", "    title: Sales clerk\n", "    title: Sales clerk\n  bad\n", ["HB024"]),
        # A page that no file names is told all the same.
        ("organization", "title: Sales clerk", "titel: Sales clerk", ["HB711", "HB101"]),
    ],
)
def test_a_link_that_only_follows_from_a_fault_is_not_told(
    tmp_path: Path, path: str, old: str, new: str, codes: list[str]
) -> None:
    root = Path(shutil.copytree(STARTER, tmp_path / "book"))
    link = "ghost" if "HB711" in codes else "clerk"
    (root / "content/index.md").write_text(f"# A\n\n[the clerk](../roles/{link}.html)\n")
    file = root / f"processes/{path}.yml"
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new, 1))
    assert codes_of(root) == codes


def test_a_catalogue_with_faults_says_nothing_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(shutil.copytree(STARTER, tmp_path / "book"))
    settings = root / "processes/handbook.yml"
    settings.write_text(settings.read_text().replace("languages: [en]", "languages: [en, zh]"))
    (root / "content/locale").mkdir()
    (root / "content/locale/zh.po").write_text('msgid "Clerk"\n')
    (root / "content/index.md").write_text("# A\n\n[x](#a)\n")
    assert "HB601" in codes_of(root)
    assert capsys.readouterr() == ("", "")
