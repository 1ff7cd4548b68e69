"""Mistakes found in the lesson files: where, what, and how to mend each."""

from __future__ import annotations

from toolkit.content.place import Problem, Severity
from toolkit.screen.base import AsideScreen
from toolkit.screen.layout import Block, Words
from toolkit.screen.prose import MARK, QUIET, STRONG, joined, say


class LeftOutScreen(AsideScreen):
    """First which files were left out, then every mistake, the grave ones first."""

    def heading(self) -> str:
        """Mistakes."""
        return self.lang.gettext("Mistakes found in the lesson files")

    def blocks(self) -> list[Block]:
        """Files left out, then the problems."""
        _ = self.lang.gettext
        loaded, signs = self.app.loaded, self.app.signs
        blocks: list[Block] = []
        if loaded.left_out:
            blocks.append(Words(say(_("These files were left out:"), MARK)))
            blocks += [
                Words(say(name, STRONG), say(f"{signs.bullet} "), 0) for name in loaded.left_out
            ]
        grave = [one for one in loaded.problems if one.severity is Severity.ERROR]
        light = [one for one in loaded.problems if one.severity is not Severity.ERROR]
        for problem in grave:
            blocks += self._problem(problem)
        if light:
            blocks.append(
                Words(say(_("Worth a look, but nothing was left out for it:"), MARK), gap=2)
            )
        for problem in light:
            blocks += self._problem(problem)
        return blocks

    def _problem(self, problem: Problem) -> list[Block]:
        lang = self.lang
        mend = joined(say(lang.gettext("Mend it:") + " ", STRONG), say(lang.tell(problem.mend)))
        return [
            Words(say(f"{problem.place}  [{problem.rule}]", QUIET)),
            Words(say(lang.tell(problem.what)), say("  "), 0),
            Words(mend, say("  "), 0),
        ]
