"""Makes pages of `content/` of all that Markdown and HTML know, whole and broken, by chance."""

from __future__ import annotations

from random import Random  # noqa: TID251 - each seed gives the same pages

_WORDS = (
    "客户投诉",
    "order",
    "上架尺寸",
    "SKU_2026_A",
    "请核对",
    "P-01-01",
    "注意：",
    "（必填）",
    "“甲”",
)

_MARKS = (
    "*",
    "**",
    "_",
    "__",
    "`",
    "``",
    "~~",
    "#",
    "\\",
    "|",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "!",
    "^",
    "<",
    ">",
    "&",
    ":",
    ",",
    "\n",
    "\n",
    "\n\n",
    "  \n",
    "\n    ",
    "\n  - ",
    "\n- ",
    "\n1. ",
    "\n> ",
    "\n>> ",
    "\n# ",
    "\n## ",
    "\n---\n",
    "\n===\n",
    "\n```\n",
    "\n```sh\n",
    "\n~~~ ",
    "\n: ",
    "\n\t",
    "\n| ",
    " | ",
    " |\n",
    "\n|---|---|\n",
    "\n!!! ",
    "\n[^",
    "]: ",
    "](",
    "![",
    "[^",
    '"',
    "'",
)

_WHOLE = (
    "*{}*",
    "**{}**",
    "_{}_",
    "`{}`",
    "[{}](a.md)",
    "[{}](b.md#c '{}')",
    "![{}](d.png)",
    "[{}]",
    "<b>{}</b>",
    "<sub>{}",
    "</sup>{}",
    "<title>{}",
    "<script>{}</script>",
    "<!-- {} -->",
    "<!--{}",
    "<p>{}</p>",
    "<{}>",
    "x<y 且 {}>z",
    "<i class={}>{}</i>",
    "<br>{}",
    "<?{}?>",
    "<![CDATA[{}]]>",
    "&amp;{}",
    "&#{};",
    "&lt;{}&gt;",
    "&{};",
    "${{{}}}",
    "\n\n[{}]: {}\n\n",
    "\n[^{}]: {}\n",
    "[^{}]",
    "\n\n## {} {{#{}}}\n\n",
    "\n\n### {} #\n\n",
    "`{}`{{.{}}}",
    "\n\n| {} | {} |\n|---|--:|\n| {} | {} |\n",
    "\n\n| {} |\n|---|\n| {} | {} |\n",
    "\n\n```{} {}\n{}\n```\n\n",
    "\n\n    {}\n\n",
    "\n- {}\n  - {}\n",
    '\n\n!!! note "{}"\n    {}\n\n',
    "\n{}\n:   {}\n",
    "60*90*{}",
    "[{}](javascript:{})",
    "<http://{}>",
    "![{}](http://x.example/{}.png)",
    "\n> {}\n>> {}\n{}\n",
    "*{} **{}* {}**",
    "[{}](<{} {}>)",
)


class PageMaker:
    """Makes pages whose words all differ, so that none can stand for another."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)  # noqa: S311 - no secret
        self._number = 0
        self.words: list[str] = []

    def word(self) -> str:
        """Return a word that stands nowhere else: `w7q` in any company."""
        self._number += 1
        made = f"w{self._number}q"
        self.words.append(made)
        return made

    def page(self) -> str:
        """Return a page; `words` are the words of it that readers must see."""
        self.words = []
        pieces = [self._piece() for _ in range(self._chance.randint(1, 25))]
        return "".join(pieces)

    def _piece(self) -> str:
        dice = self._chance.random()
        if dice < 0.35:
            whole = self._chance.choice(_WHOLE)
            return whole.format(*(self._filling() for _ in range(4)))
        if dice < 0.7:
            return self._chance.choice(_MARKS)
        return self._filling()

    def _filling(self) -> str:
        around = self._chance.choice((*_WORDS, "", "", "")), self._chance.choice(("", "", " "))
        return f"{around[0]}{around[1]}{self.word()}{around[1]}"
