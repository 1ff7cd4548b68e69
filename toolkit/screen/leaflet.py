"""The leaflet of a lesson being previewed: being drawn, drawn and where, or why not."""

from __future__ import annotations

from toolkit.content.place import Problem
from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.base import AsideScreen
from toolkit.screen.layout import Block, Row, Words
from toolkit.screen.previewed import Previewed
from toolkit.screen.prose import MARK, STRONG, WRONG, say
from toolkit.screen.report import report

OPEN = "/open"


class LeafletScreen(AsideScreen):
    """What has come of the leaflet; stays true while it is drawn again."""

    BINDINGS = bindings(actions.PICK, actions.LEAFLET)

    def __init__(self, previewed: Previewed) -> None:
        super().__init__()
        self._previewed = previewed

    def heading(self) -> str:
        """The leaflet."""
        return self.lang.gettext("Leaflet")

    def blocks(self) -> list[Block]:
        """Progress, what is wrong, or the file."""
        drawing = self._previewed.drawing
        _ = self.lang.gettext
        if drawing is None or not (drawing.busy or drawing.trouble or drawing.file):
            told = _("The lesson must be mended before its leaflet can be drawn.")
            return [Words(say(told, WRONG))]
        blocks: list[Block] = []
        if drawing.busy:
            blocks.append(Words(say(_("The leaflet is being drawn …"), MARK)))
        if drawing.trouble is not None:
            blocks += self._trouble(drawing.trouble)
        if drawing.file is not None:
            old = drawing.trouble is not None
            told = _("The last leaflet that could be drawn:") if old else _("The leaflet is here:")
            blocks += [Words(say(told), gap=2), Words(say(str(drawing.file), STRONG), gap=0)]
            blocks += self._shown(drawing.viewed)
        return [*blocks, Words(say(_("Each time the lesson is saved, it is drawn again.")), gap=2)]

    def _trouble(self, trouble: Problem | Exception) -> list[Block]:
        told = Words(say(self.lang.gettext("The leaflet cannot be drawn like this:"), WRONG))
        if isinstance(trouble, Problem):
            return [told, *report(self._previewed.loaded.excerpted([trouble]), self.lang)]
        what, mend = getattr(trouble, "what", None), getattr(trouble, "mend", None)
        return [told, *(Words(say(self.lang.tell(one))) for one in (what, mend) if one)]

    def _shown(self, viewed: bool | None) -> list[Block]:
        _ = self.lang.gettext
        if viewed is False:
            return [Words(say(_("No program that shows it was found here. Open it yourself.")))]
        return [Row(OPEN, say(_("Open it once more")), 1, gap=1)]

    def chosen(self, key: str) -> None:
        """Open the file."""
        drawing = self._previewed.drawing
        if key == OPEN and drawing is not None and drawing.file is not None:
            from toolkit.screen.drawing import view

            drawing.viewed = view(drawing.file)
            self.draw()

    def label(self, action: Action) -> str:
        """Choosing opens."""
        return self.lang.gettext("Open") if action is actions.PICK else super().label(action)

    def possible(self, action: str) -> bool:
        """There is something to open only when it was drawn."""
        drawing = self._previewed.drawing
        there = drawing is not None and drawing.file is not None and drawing.viewed is not False
        return action != actions.PICK.name or there

    def footed(self) -> list[Action]:
        """Without the key that Esc stands for."""
        return [action for action in super().footed() if action is not actions.LEAFLET]

    def action_leaflet(self) -> None:
        """The key that opened it closes it."""
        self.action_leave()

    def action_language(self) -> None:
        """The leaflet speaks what the screen speaks."""
        super().action_language()
        self.app.draw_leaflet(self._previewed)
        self.draw()
