"""Workbooks written part by part, for what no honest program would write."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
STYLES = (
    f"""<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"""
)
DATE_STYLE = 1


def relation(number: int, kind: str, target: str) -> str:
    """One entry of a part's relations."""
    return f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def relations(*entries: str) -> str:
    """A part that says where other parts are."""
    return f'<Relationships xmlns="{RELATIONS}">{"".join(entries)}</Relationships>'


def sheet(rows: str, before: str = "", after: str = "") -> str:
    """A sheet's part: its rows as XML, and what stands around the data."""
    return f'{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def row(number: int, *cells: str) -> str:
    """A row with its number."""
    return f'<row r="{number}">{"".join(cells)}</row>'


def text(reference: str, value: str) -> str:
    """A cell with text."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{value}</t></is></c>'


def parts_of(*sheets: str, names: tuple[str, ...] = ("Ark1", "Ark2")) -> dict[str, str]:
    """The parts of a workbook with the given sheets."""
    numbered = list(enumerate(sheets, start=1))
    named = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for (n, _), name in zip(numbered, names, strict=False)
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"/>',
        "_rels/.rels": relations(relation(1, "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{named}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            *(relation(n, "worksheet", f"worksheets/sheet{n}.xml") for n, _ in numbered)
        ),
        "xl/styles.xml": STYLES,
        **{f"xl/worksheets/sheet{n}.xml": content for n, content in numbered},
    }


def written(path: Path, parts: Mapping[str, Any]) -> Path:
    """The file at ``path``, made of the parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def workbook(path: Path, *sheets: str) -> Path:
    """The file at ``path``, a workbook with the given sheets, named Ark1 and Ark2."""
    return written(path, parts_of(*sheets))
