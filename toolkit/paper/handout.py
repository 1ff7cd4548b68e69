"""The handout."""
from toolkit.paper.leaflet import *
from toolkit.paper.leaflet import DUPLEX, write, draw
