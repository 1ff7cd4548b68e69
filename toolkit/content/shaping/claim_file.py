"""What stands under `claims:` in lessons/reference/: what a source says, and where it is taught."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from toolkit.content.claim import Claim
from toolkit.content.place import Id
from toolkit.content.reading.desk import Desk, quoted
from toolkit.content.reading.nodes import Node, Scalar
from toolkit.content.shaping.keys import Key, optional
from toolkit.content.shaping.prose import Prose
from toolkit.content.shaping.schema import ListOf, Record
from toolkit.content.shaping.shapes import MISSING, Ident, ident
from toolkit.language import Said, said


@dataclass(frozen=True, eq=False)
class PagePath(Ident):
    """A page of some lesson: the lesson's id, a stroke, the page's id."""

    sample: str = "kapal/surat"
    name: Said = field(default_factory=lambda: said("a lesson and a page, as in kapal/surat"))
    pattern: str = f"{Ident.pattern}/{Ident.pattern}"

    def read(self, node: Node, desk: Desk) -> Any:
        """Both ids as they stand there, or MISSING."""
        if isinstance(node, Scalar) and _PAGE(node.value):
            return Id(node.value, node.at)
        desk.error(
            node.at,
            "odd-id",
            said(
                '"{value}" does not name a lesson and a page.',
                value=quoted(node.value) if isinstance(node, Scalar) else "…",
            ),
            said(
                "Write the lesson's id, a stroke and the page's id:  {sample}", sample=self.sample
            ),
        )
        return MISSING


_PAGE = re.compile(PagePath.pattern).fullmatch

CLAIM = Record(
    said("claim"),
    Claim,
    {
        "id": Key(
            said("The claim's permanent id: a word for its source, a dot, a few words."),
            ident("antara-2026.kasus"),
        ),
        "text": Key(said("What the source says, in your own words."), Prose()),
        "source": Key(said("Id of the source that says so."), Ident("sumber-anda")),
        "used_on": optional(
            said("The pages that teach it: lesson/page."),
            ListOf(PagePath()),
            (),
            field="pages",
        ),
        "facts": optional(
            said("Ids of the facts that carry it; some text must name each."),
            ListOf(Ident("kasus-2026")),
            (),
            sample="[kasus-2026]",
        ),
        "because": optional(
            said("Only where no lesson uses it: why it is left out."),
            Prose(),
        ),
    },
)
