"""What the app does for a trainer: follows the files, previews, has leaflets drawn, prints.

Threads only tell; what they told is taken up here, in the app's own thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from toolkit.errors import CekDuluError
from toolkit.screen.base import AsideScreen
from toolkit.screen.shared import SharedApp

if TYPE_CHECKING:
    # The app opens without reading a library, and most people never need any of this.
    from toolkit.content.load import Loaded
    from toolkit.screen.drawing import Drawn
    from toolkit.screen.follower import Follower
    from toolkit.screen.previewed import Previewed


class TrainersApp(SharedApp):
    """The app at a trainer's desk."""

    @dataclass
    class LibraryRead(Message):
        """The library was read anew, or could not be."""

        found: Loaded | Exception

    @dataclass
    class LeafletDrawn(Message):
        """A leaflet was drawn, or could not be."""

        drawn: Drawn
        previewed: Previewed

    _follower: Follower | None = None
    _previewed: Previewed | None = None

    # The files

    @property
    def at_trainers_desk(self) -> bool:
        """Is the trainer's screen open, here or below?"""
        return any(getattr(screen, "lists_files", False) for screen in self.screen_stack)

    def open_trainer(self) -> None:
        """Open the trainer's screen over the present one, in place of what is aside."""
        from toolkit.screen.trainer import TrainerScreen

        if self.at_trainers_desk:
            return
        if isinstance(self.screen, AsideScreen):
            self.switch_screen(TrainerScreen())
        else:
            self.push_screen(TrainerScreen())

    def follow(self) -> None:
        """Read the library anew whenever one of its files is saved."""
        if self.bench is None or self._follower is not None:
            return
        from toolkit.screen.follower import Follower

        def tell(found: Loaded | Exception) -> None:
            self.post_message(self.LibraryRead(found))

        self._follower = Follower(self.bench.root, self.bench.read, tell)
        self._follower.start()

    def unfollow(self) -> None:
        """Let the files be."""
        if self._follower is not None:
            self._follower.stop()
            self._follower, self.notice = None, None

    def on_trainers_app_library_read(self, message: LibraryRead) -> None:
        """Show what the files hold now. Raises what was our own fault."""
        found = message.found
        if isinstance(found, CekDuluError):
            self.notice = (found.what, found.mend)
        elif isinstance(found, Exception):
            raise found
        else:
            self.notice = None
            self._shelf.renew(found)
            if self._previewed is not None:
                self._previewed.reread(found)
                self._previewed.redraw_leaflet(self.lang.code)
        self.redraw()

    # Printing

    def open_printing(self) -> None:
        """Ask what is to be printed, beginning with what was wished for the last time."""
        from toolkit.screen.printing.products import ProductsScreen
        from toolkit.screen.printing.wishes import Wishes

        assert self.printing is not None
        self.push_screen(ProductsScreen(Wishes(self, self.printing)))

    def close_printing(self) -> None:
        """Close all of its screens, whichever is the last."""
        while getattr(self.screen, "prints", False):
            self.pop_screen()

    # The preview

    def preview(self, file: str) -> None:
        """Show a lesson or quiz file, by its name in the library, as the hall will see it."""
        from toolkit.screen.preview import screen_for
        from toolkit.screen.previewed import Previewed

        self._previewed = Previewed(file, self.loaded, self.journal)
        self.push_screen(screen_for(self._previewed)(self._previewed))

    def close_preview(self) -> None:
        """Back to where the preview was opened."""
        self._previewed = None
        self.pop_screen()

    def draw_leaflet(self, previewed: Previewed) -> None:
        """Draw the leaflet of what is previewed, in the language spoken now."""
        draw = self.bench.leaflet if self.bench is not None else None
        if draw is None:
            return
        from toolkit.screen.drawing import Drawing

        def tell(drawn: Drawn) -> None:
            self.post_message(self.LeafletDrawn(drawn, previewed))

        previewed.drawing = previewed.drawing or Drawing(draw, tell)
        previewed.redraw_leaflet(self.lang.code)

    def on_trainers_app_leaflet_drawn(self, message: LeafletDrawn) -> None:
        """Say what has come of it; the first one that is drawn is also opened."""
        drawing = message.previewed.drawing
        assert drawing is not None
        drawing.done(message.drawn)
        if drawing.file is not None and drawing.viewed is None:
            from toolkit.screen.drawing import view

            drawing.viewed = view(drawing.file)
        if message.previewed is self._previewed:
            self.redraw()
