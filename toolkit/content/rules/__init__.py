"""Every kind of problem there is, by its id: why it matters, and how it is mended."""

from __future__ import annotations

from toolkit.content.rules import (
    chats,
    dated,
    files,
    links,
    paper,
    shape,
    syntax,
    teaching,
    translations,
    villages,
    wording,
)
from toolkit.content.rules.rule import Rule

RULES: dict[str, Rule] = {
    **files.RULES,
    **syntax.RULES,
    **shape.RULES,
    **links.RULES,
    **teaching.RULES,
    **chats.RULES,
    **wording.RULES,
    **translations.RULES,
    **dated.RULES,
    **paper.RULES,
    **villages.RULES,
}
