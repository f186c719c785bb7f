"""The numbers behind PowerPoint's own charts, with a workbook in which every text stays text."""

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, XyWorkbookWriter

from netralitas.files.guard import texts_only


class _TextsOnly:
    """python-pptx hands labels to its workbook as they are; there one that begins with = would become a formula."""

    def _populate_worksheet(self, workbook, worksheet) -> None:
        texts_only(worksheet)
        super()._populate_worksheet(workbook, worksheet)


class _CategoryWriter(_TextsOnly, CategoryWorkbookWriter):
    pass


class _XyWriter(_TextsOnly, XyWorkbookWriter):
    pass


class CategoryData(CategoryChartData):
    @property
    def _workbook_writer(self) -> _CategoryWriter:
        return _CategoryWriter(self)


class XyData(XyChartData):
    @property
    def _workbook_writer(self) -> _XyWriter:
        return _XyWriter(self)
