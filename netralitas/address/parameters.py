"""Every name and value that an address may carry, once."""

from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from starlette.requests import Request
from netralitas import model
from netralitas.web.problem import Problem
from netralitas.address.selection import CALENDAR
from netralitas.model import LANGUAGES
from netralitas.address.search import find
from netralitas.store import Store
from netralitas.wording import text


EXTENT, LEVEL, BREAKDOWN = "cakupan", "tingkat", "rincian"


ONLY, WITHIN = "ini", "dalam"


LEVELS = ("negara", "provinsi", "kabkota")
