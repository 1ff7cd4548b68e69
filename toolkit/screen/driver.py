"""Reads the keys of a Unix terminal whatever bytes come: an odd one costs a letter, never the app.

Textual (8.2.8) reads in a thread that ends, and the app with it, at the first byte that is no
UTF-8, and at a key's sequence with a number that is none; where the window has gone it reads
nothing for ever. Windows hands over letters, not bytes.
"""

from __future__ import annotations

from encodings.utf_8 import IncrementalDecoder

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.message import Message

WIDEST = 1000
"""Cells; the most that a window is wide, or high."""


class InputEnded(Message):
    """No key can come any more; `error` is why: an OSError where the window has gone."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class SteadyDriver(LinuxDriver):
    """Textual's driver for Unix, which goes on reading after what it could not understand."""

    def run_input_thread(self) -> None:
        """Read until the app has enough; runs in a thread of its own."""
        while not self.exit_event.is_set():
            try:
                super().run_input_thread()
            except (ValueError, ArithmeticError):
                # Numbers no letter has, a window of no size: what came with them is lost.
                continue
            except Exception as error:  # noqa: BLE001 - told by the app, in the app's own thread
                self.send_message(InputEnded(error))
                return

    def process_message(self, message: Message) -> None:
        """Pass on what was read, but for a window of a size that none has: it would take all memory."""
        if isinstance(message, Resize) and not all(0 < one <= WIDEST for one in message.size):
            return
        super().process_message(message)


class Letters(IncrementalDecoder):
    """Makes letters of bytes, and one odd letter of bytes that are none."""

    def __init__(self) -> None:
        super().__init__(errors="replace")

    def decode(self, input: bytes, final: bool = False) -> str:  # type: ignore[override]
        """The letters of these bytes. Raises OSError if there are none: then the window has gone."""
        if not input:
            raise OSError("the terminal has come to its end")
        return super().decode(input, final)


# Textual makes its decoder within the loop that reads, where nothing can be overridden. Were this
# without effect in another version, the driver would go on all the same, less the key after it.
linux_driver.getincrementaldecoder = lambda _encoding: Letters  # type: ignore[assignment, attr-defined]
