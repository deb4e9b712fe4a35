"""The order that the schema gives the children of each element of properties, in one place.

Word refuses a document whose properties stand in another order (ECMA-376, part 1, annex A).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.renderers.word.ooxml.node import Nodes, XmlNode

_PARAGRAPH = """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
    suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct
    topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
    contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"""
_RUN = """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint
    noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect
    bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"""
_TABLE = """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
    tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"""
_CELL = """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText
    vAlign hideMark"""
_SECTION = """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc
    pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi
    rtlGutter docGrid printerSettings"""
_STYLE = """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden
    unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr
    tcPr tblStylePr"""
_LEVEL = "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"
# Strict and transitional documents differ in where they want the kind: last suits both.
_CONTROL = """rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex
    equation comboBox date docPartObj docPartList dropDownList picture richText text citation group
    bibliography w14:checkbox w15:repeatingSection w15:repeatingSectionItem"""
_SETTINGS = """writeProtection view zoom removePersonalInformation removeDateAndTime
    doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText
    printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts
    saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
    bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors
    activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter
    stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves
    doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet
    defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps
    showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders
    bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing
    drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
    doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin
    doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne
    strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture
    doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText
    doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags
    alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars
    rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats
    doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary
    shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator"""


def _ranks(names: str) -> Mapping[str, int]:
    tags = (name if ":" in name else f"w:{name}" for name in names.split())
    return {tag: rank for rank, tag in enumerate(tags)}


ORDER: Mapping[str, Mapping[str, int]] = {
    "w:pPr": _ranks(_PARAGRAPH),
    "w:rPr": _ranks(_RUN),
    "w:tblPr": _ranks(_TABLE),
    "w:tcPr": _ranks(_CELL),
    "w:sectPr": _ranks(_SECTION),
    "w:sdtPr": _ranks(_CONTROL),
    "w:style": _ranks(_STYLE),
    "w:lvl": _ranks(_LEVEL),
    "w:settings": _ranks(_SETTINGS),
}
"""By tag of the parent: the tags that it may hold, each with its rank."""


def ordered(
    tag: str, children: Iterable[XmlNode], attributes: Mapping[str, str] | None = None
) -> XmlNode:
    """Return an element whose children stand in the order of the schema.

    Raises:
        ValueError: the schema knows no such child there.
    """
    ranks = ORDER[tag]
    try:
        held = sorted(children, key=lambda child: ranks[child.tag])
    except KeyError as unknown:
        raise ValueError(f"{tag} takes no {unknown}") from None
    return XmlNode(tag, attributes or {}, tuple(held))


def properties(tag: str, children: Iterable[XmlNode]) -> Nodes:
    """Return an element of properties in the order of the schema; none where there are none."""
    made = ordered(tag, children)
    return (made,) if made.children else ()


def with_property(node: XmlNode, tag: str, child: XmlNode) -> XmlNode:
    """Return a node that has a property, in place of one of the same tag where it had one.

    `tag` is that of its properties (`w:pPr` of a paragraph, `w:rPr` of a run), its first child.
    """
    first = node.children[:1]
    known = first[0].children if first and first[0].tag == tag else ()
    rest = node.children[1:] if first and first[0].tag == tag else node.children
    kept = (each for each in known if each.tag != child.tag)
    return node._replace(children=(ordered(tag, (*kept, child)), *rest))
