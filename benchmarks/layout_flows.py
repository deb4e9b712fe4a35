"""Generates processes for the layout benchmark: the flows that editors write, from a seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from generator.layout import Edge, FlowGraph, Lane, Node, NodeKind, NodeNote, NoteKind

TITLES = (
    "受理登记 分级判断 门店即办 责任调查 制订方案 批准补偿 与客户达成一致 第三方调解 回访结案 "
    "改进与统计 提交申请资料 审核合同条款 财务复核 总经理审批 出具鉴定意见 归档 通知加盟商 "
    "安排送货 检验到货数量 "
    "更新价格目录 编制年度预算草案 组织供应商现场评审 核对库存并调拨 签订补充协议 现场勘查"
).split()
CONDITIONS = (
    "同意 退回 不同意 一般 重大 较大 超过5,000元 权限内 客户不认可 需要补充资料 合格 不合格"
).split()
LANES = "首位接待人 投诉专员 服务部部长 总经理 财务负责人 质量检验员 门店店长".split()
HARD_SHARE = 3
"""Every third flow is hard: loops, groups and inclusive splits."""


def flows(count: int, seed: int) -> list[tuple[FlowGraph, bool]]:
    """Return so many flows with whether each is hard; the same seed gives the same flows."""
    made = []
    for number in range(count):
        hard = number % HARD_SHARE == HARD_SHARE - 1
        made.append((_Author(Random(f"{seed}/{number}"), hard=hard).write(), hard))
    return made


@dataclass
class _Author:
    """Writes one flow from top to bottom, as an editor does."""

    random: Random
    hard: bool
    nodes: list[Node] = field(default_factory=list)
    links: dict[tuple[str, str], str] = field(default_factory=dict)
    lane: int = 0
    lanes: int = 2
    skipping: list[tuple[str, str]] = field(default_factory=list)

    def write(self) -> FlowGraph:
        self.lanes, size = self.random.randint(2, 7), self.random.randint(8, 30)
        open_ends = [(self._add(NodeKind.START, "提出申请"), "")]
        while len(self.nodes) < size - 1:
            self._change_lane()
            draw = self.random.random()
            room = size - 1 - len(self.nodes)
            if room >= 6 and draw < 0.22:
                open_ends = self._decision(open_ends)
            elif room >= 6 and draw < (0.36 if self.hard else 0.27):
                open_ends = self._group(open_ends)
            elif self.hard and room >= 3 and draw < 0.48:
                open_ends = self._loop(open_ends)
            else:
                open_ends = [(self._task(open_ends), "")]
        self._join(open_ends + self.skipping, self._add(NodeKind.END, "流程结束"))
        return FlowGraph(
            lanes=tuple(Lane(id=f"l{n}", title=LANES[n]) for n in range(self.lanes)),
            nodes=tuple(self.nodes),
            edges=tuple(
                Edge(id=f"e{n}", source=source, target=target, label=label)
                for n, ((source, target), label) in enumerate(self.links.items())
            ),
        )

    def _change_lane(self) -> None:
        if self.random.random() < 0.45:
            near = self.random.random() < 0.6
            step = self.random.choice((-1, 1)) if near else self.random.randrange(self.lanes)
            self.lane = (self.lane + step) % self.lanes

    def _add(self, kind: NodeKind, label: str = "") -> str:
        name = f"n{len(self.nodes)}"
        notes: tuple[NodeNote, ...] = ()
        if kind is NodeKind.TASK and self.random.random() < 0.3:
            notes = (NodeNote(kind=NoteKind.DUE, text="3 个工作日内"),)
            if self.random.random() < 0.5:
                notes += (NodeNote(kind=NoteKind.DOCUMENT, text="FM-07-02 投诉处理单"),)
        self.nodes.append(Node(id=name, kind=kind, lane=f"l{self.lane}", label=label, notes=notes))
        return name

    def _join(self, open_ends: list[tuple[str, str]], target: str) -> None:
        for source, label in open_ends:
            self.links.setdefault((source, target), label)

    def _task(self, open_ends: list[tuple[str, str]]) -> str:
        task = self._add(NodeKind.TASK, self.random.choice(TITLES))
        self._join(open_ends, task)
        if self.skipping and self.random.random() < 0.35:
            self._join([self.skipping.pop()], task)
        return task

    def _gateway(self, open_ends: list[tuple[str, str]], kind: NodeKind) -> str:
        task = self._task(open_ends)
        gateway = self._add(kind)
        self._join([(task, "")], gateway)
        return gateway

    def _decision(self, open_ends: list[tuple[str, str]]) -> list[tuple[str, str]]:
        gateway = self._gateway(open_ends, NodeKind.EXCLUSIVE)
        labels = self.random.sample(CONDITIONS, self.random.choice((2, 2, 2, 3)))
        ends = []
        for turn, label in enumerate(labels):
            branch = [(gateway, label)]
            for _ in range(self.random.choice((0, 1, 1, 2)) if turn else 1):
                self._change_lane()
                branch = [(self._task(branch), "")]
            ends += branch
        draw = self.random.random()
        if draw < 0.2:
            self._join([ends.pop()], self._add(NodeKind.END, "终止"))
        elif draw < 0.45:
            self.skipping.append(ends.pop())
        return ends

    def _group(self, open_ends: list[tuple[str, str]]) -> list[tuple[str, str]]:
        inclusive = self.hard and self.random.random() < 0.35
        kind = NodeKind.INCLUSIVE if inclusive else NodeKind.PARALLEL
        split = self._gateway(open_ends, kind)
        ends = []
        for _ in range(self.random.choice((2, 2, 3))):
            label = self.random.choice(CONDITIONS) if inclusive else ""
            self._change_lane()
            branch = [(self._task([(split, label)]), "")]
            if self.random.random() < 0.3:
                branch = [(self._task(branch), "")]
            ends += branch
        self._change_lane()
        join = self._add(kind)
        self._join(ends, join)
        return [(join, "")]

    def _loop(self, open_ends: list[tuple[str, str]]) -> list[tuple[str, str]]:
        gateway = self._gateway(open_ends, NodeKind.EXCLUSIVE)
        tasks = [node.id for node in self.nodes if node.kind is NodeKind.TASK]
        self.links.setdefault((gateway, self.random.choice(tasks[-6:])), "退回")
        if self.random.random() < 0.2 and len(tasks) > 6:
            self.links.setdefault((gateway, self.random.choice(tasks)), "重新提交")
        return [(gateway, "通过")]
