"""Whether the schemas help in an editor: completion, explanations, and no false alarms."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import npm

NAME = "yaml-language-server"
HERE = Path(__file__).parents[1]
ROOT = HERE.parent
SESSION = HERE / "yaml_language_server"
BICYCLES = ROOT / "tests" / "handbooks" / "bicycles"
EXAMPLES = ROOT / "tests" / "handbooks" / "examples"
REPAIR = "processes/workshop/repair-bicycle.yml"
TICKET = "processes/workshop/forms/repair-ticket.yml"
MOST_SECONDS = 300


@dataclass
class Question:
    """What an editor asks: a text with `‸` where the cursor stands, and what has to come."""

    path: str
    old: str
    new: str
    offers: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    complains: bool = False
    place: list[int] = field(default_factory=list)

    def text(self) -> str:
        """Return the file with the change made and the cursor's place noted."""
        whole = (BICYCLES / self.path).read_text(encoding="utf-8")
        assert whole.count(self.old) >= 1, self.old
        changed = whole.replace(self.old, self.new, 1)
        before, cursor, after = changed.partition("‸")
        if cursor:
            self.place = [before.count("\n"), len(before) - before.rfind("\n") - 1]
        return before + after


QUESTIONS = (
    Question(REPAIR, "owner: counter", "owner: ‸", offers=("counter", "mechanic", "owner")),
    Question(REPAIR, "call: buy-parts", "call: ‸", offers=("buy-parts", "repair-bicycle")),
    Question(
        REPAIR,
        "fill: repair-ticket.order",
        "fill: ‸",
        offers=("repair-ticket", "repair-ticket.estimate"),
    ),
    Question(REPAIR, "decide: repair-ticket.size", "decide: ‸", offers=("repair-ticket.size",)),
    Question(
        REPAIR,
        "    takes: 15min\n",
        "    takes: 15min\n    ‸\n",
        offers=("authority", "note", "together"),
    ),
    Question(
        TICKET, "type: long-text", "type: ‸", offers=("choice", "money", "signature", "table")
    ),
    Question(REPAIR, "    due: at once", "    d‸ue: at once", tells=("时限", "By when")),
    Question(
        REPAIR, "responsible: counter", "respo‸nsible: counter", tells=("谁做", "Who does it")
    ),
    Question(TICKET, "computed: pieces", "comp‸uted: pieces", tells=("自动计算", "Formula")),
    Question(REPAIR, "responsible: mechanic", "responsible: mechanik", complains=True),
    Question(REPAIR, "accountable: counter", "acountable: counter", complains=True),
    Question(TICKET, "type: date", "type: day", complains=True),
    Question(TICKET, "max-length: 60", "options: [a, b]", complains=True),
)


def install() -> str | None:
    """Install the language server from its lock file."""
    return npm.install(SESSION)


def run(work: Path) -> list[str]:
    """Ask the language server what an editor would, and compare."""
    for name, root in (("own", ROOT), ("bicycles", BICYCLES), ("plain", work)):
        (work / "processes").mkdir(exist_ok=True)
        words = [sys.executable, "-m", "generator", "-q", "-C", root, "schema", "-o", work / name]
        subprocess.run([*map(str, words)], cwd=ROOT, check=True)
    documents = [*_files(ROOT, work / "own"), *_files(BICYCLES, work / "bicycles")]
    documents += _files(EXAMPLES, work / "plain")
    sound = len(documents)
    for number, question in enumerate(QUESTIONS):
        document = _document(
            f"question-{number}", question.path, question.text(), work / "bicycles"
        )
        key = "complete" if question.offers else "hover"
        document[key] = [question.place] if question.place else []
        documents.append(document)
    told = json.dumps({"documents": documents})
    done = npm.node("session.mjs", folder=SESSION, told=told, seconds=MOST_SECONDS)
    if done.returncode:
        return [done.stderr.strip()[-400:]]
    answers = json.loads(done.stdout)
    faults = [fault for answer in answers[:sound] for fault in _false_alarms(answer)]
    for question, answer in zip(QUESTIONS, answers[sound:], strict=True):
        faults += _compared(question, answer)
    return faults


def _files(root: Path, schemas: Path) -> list[dict[str, Any]]:
    paths = sorted(root.glob("processes/**/*.yml"))
    return [
        _document(root.name, path.relative_to(root).as_posix(), path.read_text("utf-8"), schemas)
        for path in paths
    ]


def _document(book: str, path: str, text: str, schemas: Path) -> dict[str, Any]:
    parts = path.split("/")
    single, form = 2, "forms"
    kind = parts[1][:-4] if len(parts) == single else "form" if form in parts else "process"
    schema = (schemas / f"{kind}.json").as_uri()
    return {"uri": f"file:///{book}/{path}", "text": text, "schema": schema}


def _false_alarms(answer: dict[str, Any]) -> Iterator[str]:
    if answer["diagnostics"] is None:
        yield f"{answer['uri']}: no answer"
    for each in answer["diagnostics"] or ():
        line = each["range"]["start"]["line"] + 1
        yield f"{answer['uri']}:{line}: false alarm: {each['message'][:160]}"


def _compared(question: Question, answer: dict[str, Any]) -> Iterator[str]:
    asked = f"{question.path} with {question.new.strip()!r}"
    offered = [label for labels in answer["completions"] for label in labels]
    if lacking := [each for each in question.offers if each not in offered]:
        yield f"{asked}: not offered: {', '.join(lacking)} (but {', '.join(offered[:8])})"
    told = "\n".join(answer["hovers"])
    if lacking := [each for each in question.tells if each not in told]:
        yield f"{asked}: not explained: {', '.join(lacking)} (but {told[:80]!r})"
    if question.complains and not answer["diagnostics"]:
        yield f"{asked}: no complaint"
