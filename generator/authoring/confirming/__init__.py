"""Confirmations of a returned workbook: read, judged, and written beside what they confirm."""
