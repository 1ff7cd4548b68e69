"""From a key that counts hands to the next frame, with a thousand events behind the session.

    .venv/bin/python tests/bench/hall_key.py [KEYS]

Ours keeps each key as an event of the session, on the disk, before the frame with it is
shown. The yardstick is a bare `Static.update` of a screen of words. Both are open at the
same time and are pressed in turns.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

import measure
from page_turn import RIGHT, waited
from terminal import Terminal

from toolkit import RELEASED
from toolkit.content.load import open_library
from toolkit.records.journal import Journal
from toolkit.records.kept_session import KeptSession
from toolkit.session.agenda import Setup
from toolkit.session.hall import Typed, WentOn
from toolkit.session.plan import draw_up

COLUMNS, ROWS = 60, 18
BEHIND = 1000
"""Events of the session before the first key that is measured."""
