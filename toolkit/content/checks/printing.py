"""The theme that the files of a library make together, and what of the products disagrees with it.

Files of the built-in library come first; an office's own theme is laid over it, key by key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from toolkit.content.checks.proposals import meant
from toolkit.content.files import SourceFile
from toolkit.content.place import Place, Problem, instead, place_of
from toolkit.content.product import DRAWN, FILLED, Product
from toolkit.content.reading.desk import Desk
from toolkit.content.theme import Paper, Range, Theme, ThemeChanges
from toolkit.language import Said, said

_HAIR = 0.01
"""Millimetres within which two widths are equal."""


def theme_of(files: Iterable[SourceFile]) -> Theme:
    """The measures of everything that is printed from these files."""
    theme = Theme()
    for changes in _changes(sorted(files, key=lambda file: file.own)):
        theme = changes.over(theme)
    return theme


def in_their_order(
    products: Mapping[str, Product], files: Iterable[SourceFile]
) -> dict[str, Product]:
    """The products in the order of the pack; those that an office lists change places as it lists them."""
    theirs = [
        one.id
        for file in files
        if file.own
        for section, one in file.records
        if section == "products"
    ]
    wished = iter(theirs)
    order = [next(wished) if one in theirs else one for one in products]
    return {one: products[one] for one in order}


def misfits(
    sections: Mapping[str, Mapping[str, Any]], files: Sequence[SourceFile]
) -> Iterator[Problem]:
    """Second themes, and products that name a paper that there is not or too many on a sheet."""
    for own in (False, True):
        themes = list(_changes(file for file in files if file.own == own))
        yield from (_second(one.at, themes[0].at) for one in themes[1:])
    papers = theme_of(files).papers
    for product in sections["products"].values():
        yield from _unknown_papers(product, papers)
        if product.per_sheet not in DRAWN[product.id]:
            yield _crowd(product)


def check_theme(changes: ThemeChanges, desk: Desk) -> None:
    """Note what of one theme cannot be: sizes upside down, papers that do not add up."""
    for sizes in (changes.body, changes.leaflet, changes.number):
        if sizes and sizes.smallest > sizes.largest:
            _upside_down(sizes, desk)
    for place, paper in enumerate(changes.papers):
        if paper.id in [one.id for one in changes.papers[:place]]:
            what = said('The paper "{id}" is there twice.', id=paper.id)
            desk.error(paper.at.of("id"), "odd-paper", what, said("Delete one of the two."))
        _check_paper(paper, desk)


def _changes(files: Iterable[SourceFile]) -> Iterator[ThemeChanges]:
    return (one for file in files for section, one in file.records if section == "theme")


def _second(at: Place, first: Place) -> Problem:
    return Problem(
        at,
        "theme-twice",
        said("There is already a theme at {place}.", place=str(first)),
        said("Put its lines there, and delete this one."),
    )


def _unknown_papers(product: Product, papers: Mapping[str, Paper]) -> Iterator[Problem]:
    for paper in product.papers:
        if paper not in papers:
            at = place_of(paper, product.at)
            mend, edit = meant(paper, papers, at)
            what = said('There is no paper "{id}" in the theme.', id=paper)
            yield Problem(at, "unknown-paper", what, mend, edit=edit)


def _crowd(product: Product) -> Problem:
    """So many on a sheet have not been drawn."""
    at, known = product.at.of("per_sheet"), DRAWN[product.id]
    rule = "odd-per-sheet"
    if known == (FILLED,):
        what = said("The product “{id}” fills its sheet.", id=product.id)
        return Problem(at, rule, what, said("Delete the line:  per_sheet"))
    words = ", ".join(str(number) for number in known)
    if product.per_sheet == FILLED and at is product.at:
        what = said("It is not said how many of “{id}” stand on a sheet.", id=product.id)
        return Problem(at, rule, what, said("Add the line:  per_sheet: {n}", n=known[0]))
    what = said(
        "“{id}” has been drawn for {numbers} on a sheet, not for {n}.",
        id=product.id,
        numbers=words,
        n=product.per_sheet,
    )
    edit = instead(at, str(product.per_sheet), str(known[0]))
    return Problem(at, rule, what, said("Write one of these:  {words}", words=words), edit=edit)


def _upside_down(sizes: Range, desk: Desk) -> None:
    low, high = f"{sizes.smallest:g}", f"{sizes.largest:g}"
    desk.error(
        sizes.at.of("largest"),
        "upside-down",
        said("The largest size, {high}, is less than the smallest, {low}.", high=high, low=low),
        said("Exchange the two numbers, or write the same number twice."),
    )


def _check_paper(paper: Paper, desk: Desk) -> None:
    if paper.short > paper.long:
        _odd(paper, "short", said("The short side is longer than the long one."), desk)
    if paper.used > paper.short:
        _odd(paper, "used", said("More of the short side is used than there is."), desk)
    whole = paper.narrow + 2 * paper.wide
    if abs(whole - paper.long) > _HAIR:
        what = said(
            "One narrow panel and two wide ones are {whole} mm together, but the paper is {long} mm long.",
            whole=f"{whole:g}",
            long=f"{paper.long:g}",
        )
        _odd(paper, "narrow", what, desk)
    elif not 1 <= paper.wide - paper.narrow <= 6:
        what = said("The panel that is folded in must be 1 to 6 mm narrower than the others.")
        _odd(paper, "narrow", what, desk)


def _odd(paper: Paper, key: str, what: Said, desk: Desk) -> None:
    desk.error(
        paper.at.of(key),
        "odd-paper",
        what,
        said("Measure the sheet, and write its millimetres here."),
    )
