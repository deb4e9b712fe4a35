"""Writes Word documents: what all of them share, whatever they say.

Text becomes nodes of WordprocessingML (ECMA-376 part 1), and functions make nodes of nodes: kept
together, on a new page, coloured. Nothing outside this package names an element or sees markup.
python-docx owns the package around the parts.
"""
