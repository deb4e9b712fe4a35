"""Makes a handbook of any size for measuring: as many processes as asked for, forms and roles."""

from __future__ import annotations

from pathlib import Path

CHAPTERS = 10
STEPS = 8

HANDBOOK = """title: A large handbook
company: Works of Many Parts
languages: [en]
address: https://handbook.example/
chapters:
{chapters}
calendar: {{workdays: [mon, tue, wed, thu, fri], hours: "09:00-17:00"}}
"""
ORGANIZATION = """revisions:
  - {{version: V1.0, date: 2026-03-20, approved: 2026-03-25, effective: 2026-04-01, change: First}}
units:
  - {{unit: works, title: The works}}
roles:
{roles}
"""
ROLE = """  - role: role-{n}
    title: Keeper of part {n}
    unit: works
    reports-to: {boss}
    duties: [Keeps part {n} in order, Answers questions about part {n}]
"""
PROCESS = """code: P-{chapter:02}-{own:03}
title: Look after part {n}
owner: role-{a}
approver: role-0
review: 12mo
revisions:
  - version: V1.0
    date: 2026-01-10
    approved: 2026-01-15
    effective: 2026-02-01
    change: First issue
purpose: Part {n} does what it should, and whoever needs it finds out in time when it does not.
scope: All places where part {n} is in use, with the places that only borrow it.
trigger: A message about part {n} comes in.
inputs: [The message, What is known about part {n}]
outputs: [A part {n} that works, A record of what was done]
steps:
{steps}
records:
  - {{record: Sheets of part {n}, forms: [form-{n}], keep: 3y, keeper: role-{a}}}
kpis:
  - kpi: Parts {n} in order
    formula: parts in order ÷ all parts
    target: ≥ 98%
    every: month
    owner: role-{a}
risks:
  - {{risk: Part {n} is taken for another, control: Two people compare the number, at: step-2}}
"""
STEP = """  - step: step-{s}
    title: Do thing {s} to part {n}
    do: Take part {n}, look at side {s} of it, and compare it with what the sheet of form-{n} says.
    responsible: role-{r}
    accountable: role-{a}
    consulted: [role-{c}]
    due: 2wd
    forms:
      - {{{act}: form-{n}{section}}}
    checks:
      - Side {s} of part {n} was looked at in daylight
      - The sheet says who looked
"""
FORM = """code: FM-{chapter:02}-{own:03}
title: Sheet of part {n}
owner: role-{a}
keep: 3y
revisions:
  - {{version: V1.0, date: 2026-01-10, approved: 2026-01-15, effective: 2026-02-01, change: First}}
sections:
{sections}
"""
SECTION = """  - section: part-{s}
    title: Side {s}
    fields:
      - {{field: seen_{s}, label: What is seen on side {s}, type: long-text}}
      - {{field: on_{s}, label: Day, type: date}}
      - {{field: state_{s}, label: State, type: choice, options: [good, fair, poor]}}
"""


def write_handbook(root: Path, processes: int, roles: int) -> None:
    """Write the YAML and `mkdocs.yml` of a handbook below an empty folder."""
    top = root / "processes"
    top.mkdir(parents=True)
    chapters = [
        f'  - {{chapter: chapter-{n}, code: "{n:02}", title: Chapter {n}}}' for n in range(CHAPTERS)
    ]
    (top / "handbook.yml").write_text(HANDBOOK.format(chapters="\n".join(chapters)))
    lines = [ROLE.format(n=n, boss="works" if n == 0 else f"role-{n // 6}") for n in range(roles)]
    (top / "organization.yml").write_text(ORGANIZATION.format(roles="".join(lines)))
    for n in range(processes):
        _write_process(top, n, roles)
    (root / "mkdocs.yml").write_text(
        "site_name: x\ndocs_dir: content\nplugins: [handbook]\ntheme: {name: material}\n"
    )
    (root / "content").mkdir()


def _write_process(top: Path, n: int, roles: int) -> None:
    chapter, own = n % CHAPTERS, n // CHAPTERS
    folder = top / f"chapter-{chapter}"
    (folder / "forms").mkdir(parents=True, exist_ok=True)
    numbers = {"n": n, "a": n % roles, "chapter": chapter, "own": own}
    steps = [
        STEP.format(
            **numbers,
            s=s,
            r=(n + s) % roles if (n + s) % roles != n % roles else (n + STEPS + 1) % roles,
            c=(n + 2 * STEPS + s) % roles,
            act="fill" if s < STEPS - 1 else "file",
            section=f".part-{s}" if s < STEPS - 1 else "",
        )
        for s in range(STEPS)
    ]
    process = PROCESS.format(**numbers, steps="".join(steps) + "    end: Part is in order\n")
    (folder / f"process-{n}.yml").write_text(process, encoding="utf-8")
    sections = "".join(SECTION.format(s=s) for s in range(STEPS - 1))
    (folder / "forms" / f"form-{n}.yml").write_text(FORM.format(**numbers, sections=sections))
