"""Writes Word documents: what all of them share, whatever they say.

Text becomes WordprocessingML (ECMA-376 part 1) as strings; python-docx owns the package.
"""
