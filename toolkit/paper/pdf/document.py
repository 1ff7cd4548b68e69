"""One PDF from printed sides: its pages, its structure, and what it says about itself.

The same input gives the same bytes: no date, no random name, no order that depends on a hash.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple

from toolkit.paper.pdf.lettering import Letters
from toolkit.paper.pdf.pdf_file import Objects, PdfFile, plain_stream, text
from toolkit.paper.pdf.pdf_file import number_of as _n
from toolkit.paper.pdf.pen import Block, Part, Pen
from toolkit.paper.pdf.structure import Tree
from toolkit.paper.type import fonts, theme

_LOCALES = {"id": "id-ID", "en": "en-GB"}
_MAKER = "Cek Dulu"


@dataclass(frozen=True, slots=True)
class About:
    """What a PDF says about itself, and how the printer should turn the sheet.

    `typeface` is the one in which its words were measured.
    """

    title: str
    subject: str
    lang: str
    duplex: str
    typeface: str = field(default_factory=fonts.current)


class Placed(NamedTuple):
    """A block and where its upper left corner stands, in points from that of the sheet."""

    x: float
    top: float
    block: Block


@dataclass(frozen=True, slots=True)
class Face:
    """One printed side of a sheet, in millimetres; its blocks in the order of reading.

    `name` is how a list of pages calls it, in the language of the paper; "" for one that
    belongs to the side before it.
    """

    width: float
    height: float
    placed: tuple[Placed, ...]
    name: str = ""
    order: int | None = None
    """Its place in the reading, where the sides are not in the order of reading."""


class Drawn(NamedTuple):
    """A page that has been drawn: its size in points, its content, its name."""

    width: float
    height: float
    parts: list[Part]
    name: str


class Document:
    """A PDF in the making. Add faces, then ask for `bytes()` once at the end."""

    def __init__(self, about: About, letters: tuple[Letters, Letters] | None = None) -> None:
        self.about = about
        self.regular, self.bold = letters or (
            Letters(fonts.REGULAR, about.typeface),
            Letters(fonts.BOLD, about.typeface),
        )
        self.tree = Tree()
        self.drawn: list[Drawn] = []

    def add(self, face: Face) -> None:
        """Draw another page."""
        width, height = face.width * theme.MM, face.height * theme.MM
        self.tree.page()
        pen = Pen(height, self.regular, self.bold, self.tree)
        whole = nullcontext() if face.order is None else pen.element("Sect", order=face.order)
        with fonts.using(self.about.typeface), whole:
            for x, top, block in face.placed:
                block.draw(pen, x, top)
        self.drawn.append(Drawn(width, height, pen.parts(), face.name))

    def bytes(self, note: bytes = b"") -> bytes:
        """The file; `note` is a comment right after its header."""
        file = PdfFile(note)
        root, info = file.number(), file.number()
        contents = [
            [file.stream(b"".join(part.content for part in page.parts))] for page in self.drawn
        ]
        told = self.put(file, root, contents)
        file.raw(plain_stream(metadata(self.about), METADATA), told)
        file.put(information(self.about), info)
        return file.whole(root, info)

    def put(self, file: PdfFile, root: int, contents: list[list[int]]) -> int:
        """Put all but the pages' contents, whose streams have these numbers, into a file.

        What the file says about itself is left out, too: returns the number of its metadata.
        """
        names = {**self.regular.put(file), **self.bold.put(file)}
        listed = "".join(f"/{name} {number} 0 R" for name, number in names.items())
        resources = file.put(f"<</Font<<{listed}>>>>".encode())
        tree = file.number()
        pages = [file.number() for _ in self.drawn]
        for place, (page, number, streams) in enumerate(
            zip(self.drawn, pages, contents, strict=True)
        ):
            held = " ".join(f"{one} 0 R" for one in streams)
            file.put(
                f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {_n(page.width)} {_n(page.height)}]"
                f"/Resources {resources} 0 R/Contents[{held}]/StructParents {place}>>".encode(),
                number,
            )
        kids = " ".join(f"{number} 0 R" for number in pages)
        file.put(f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(), tree)
        return self._catalog(file, root, tree, pages)

    def _catalog(self, file: PdfFile, root: int, tree: int, pages: list[int]) -> int:
        structure = self.tree.put(file, pages)
        told = file.number()
        entries = catalog(self.about, tree, structure, told)
        named = [
            (page.name, number) for page, number in zip(self.drawn, pages, strict=True) if page.name
        ]
        if len(named) > 2:
            entries += b"/Outlines %d 0 R/PageMode/UseOutlines" % outline(file, named)
        file.put(b"<<%b>>" % entries, root)
        return told


def draw(faces: tuple[Face, ...], about: About) -> bytes:
    """Faces as a PDF."""
    document = Document(about)
    for face in faces:
        document.add(face)
    return document.bytes()


def outline(file: Objects, named: list[tuple[str, int]]) -> int:
    """Bookmarks, one for each named page. Returns the number of their root."""
    outline = file.number()
    numbers = [file.number() for _ in named]
    for place, (name, page) in enumerate(named):
        links = b"/Prev %d 0 R" % numbers[place - 1] if place else b""
        if place < len(named) - 1:
            links += b"/Next %d 0 R" % numbers[place + 1]
        told = b"<</Title%b/Parent %d 0 R/Dest[%d 0 R/Fit]%b>>"
        file.put(told % (text(name), outline, page, links), numbers[place])
    return file.put(
        b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>"
        % (numbers[0], numbers[-1], len(numbers)),
        outline,
    )


METADATA = b"/Type/Metadata/Subtype/XML"


def catalog(about: About, tree: int, structure: int, told: int) -> bytes:
    """What leads to all else: pages, structure and metadata, by their numbers."""
    lang = _LOCALES.get(about.lang, about.lang.replace("_", "-"))
    return (
        f"/Type/Catalog/Pages {tree} 0 R/Lang({lang})/MarkInfo<</Marked true>>"
        f"/StructTreeRoot {structure} 0 R/Metadata {told} 0 R"
        f"/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None"
        f"/Duplex/{about.duplex}>>"
    ).encode()


def information(about: About) -> bytes:
    """The title and the like, for readers of old."""
    return b"<</Title%b/Subject%b/Author%b/Creator%b/Producer%b>>" % (
        text(about.title), text(about.subject), text(_MAKER), text(_MAKER), text(_MAKER),
    )  # fmt: skip


def metadata(about: About) -> bytes:
    """The same for readers of XMP, and the promise that the file is tagged (PDF/UA-1)."""
    return _XMP.format(
        title=escape(about.title), subject=escape(about.subject), maker=_MAKER
    ).encode()


_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{maker}</rdf:li></rdf:Seq></dc:creator>
<xmp:CreatorTool>{maker}</xmp:CreatorTool><pdf:Producer>{maker}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
