"""Rows with their sources: CSV, XLSX, Parquet, data package."""
