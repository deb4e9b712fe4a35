"""HB707: sentences of the scaffold that were left in an approved document."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.model.control import Status
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER

SENTENCES = frozenset(
    {
        "Say what this process is to achieve.",
        "Say what starts it.",
        "Name the work",
        "Say in a sentence or two what to do, and how.",
        "Something that can be answered with yes or no",
        "Say what is reached",
        "Say when this form is filled in.",
        "Name the section",
        "写明这个流程要达到什么。",
        "写明什么情况下启动。",
        "写步骤名称",
        "用一两句话写明做什么、怎样做。",
        "能用“是”或“否”回答的检查项",
        "写结束时的状态",
        "写明什么时候填这张表。",
        "写分节名称",
    }
)
"""What `handbook new` writes where the editor is to write; a test holds both together."""
RULE = Rule(
    code="HB707",
    name="scaffold-text",
    message=N_("“{text}” is a sentence of the scaffold."),
    hint=N_("Write what holds in your company, or take the line out."),
    why=N_("Readers would be told what the editor was to do, in a document that is in force."),
    wrong=TAKE_ORDER + "purpose: Say what this process is to achieve.\n",
    right=TAKE_ORDER + "purpose: Every order is answered the same day.\n",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find such sentences in documents that are no drafts."""
    finished = {
        document.where.file
        for document in book.handbook.documents
        if document.revision.status is Status.APPROVED
    }
    for text in book.handbook.texts:
        if text.source in SENTENCES and text.where.file in finished:
            yield RULE.at(text.where, text=text.source)
