"""The parts of the page Periksa naskah."""

from netralitas.ui.periksa.given import given, on
from netralitas.ui.periksa.result import corrected, counted, findings, marked, result
from netralitas.ui.periksa.rows import rows

__all__ = ["corrected", "counted", "findings", "given", "marked", "on", "result", "rows"]
