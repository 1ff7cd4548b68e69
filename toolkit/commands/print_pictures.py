"""Pictures for cekdulu print: of pages, and of lessons for the chats that recruiters use too."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit import console
from toolkit.disk import write_whole
from toolkit.errors import CekDuluError
from toolkit.language import Language

if TYPE_CHECKING:
    from toolkit.content.library import Library


def of_pages(files: Sequence[Path]) -> None:
    """A picture of each page of these PDFs, beside them. Raises Breakdown."""
    from toolkit.paper.pdf.picture import page_pictures

    with console.Progress(len(files)) as progress:
        for file in files:
            progress.step(file.with_suffix(".png").name)
            for picture in page_pictures(file.name, file.read_bytes()):
                place = file.with_name(picture.file_name)
                write_whole(place, picture.png)
                console.show(str(place))


def to_share(
    wanted: Sequence[tuple[str, str]], library: Library, options: argparse.Namespace, lang: Language
) -> int:
    """Pictures of lessons in languages. Returns the worst exit code. Raises Breakdown."""
    from toolkit.paper.share import share_pictures

    worst = 0
    stale: dict[str, None] = {}
    with console.Progress(len(wanted)) as progress:
        for lesson, code in wanted:
            progress.step(f"share-{lesson}-{code}")
            try:
                made = share_pictures(lesson, code, library, strict=options.strict)
            except CekDuluError as trouble:
                console.narrate(f"share-{lesson}-{code}: {trouble.tell(lang)}")
                worst = max(worst, trouble.exit_code)
                continue
            stale.update(dict.fromkeys(made.stale))
            for picture in made.files:
                place = options.out / picture.file_name
                write_whole(place, picture.png)
                console.show(str(place))
    if stale:
        told = lang.gettext("Stamped as out of date, because nobody has checked: {ids}")
        console.narrate(told.format(ids=", ".join(stale)))
    return worst
