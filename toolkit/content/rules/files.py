"""What keeps a file from being read at all."""

from __future__ import annotations

from toolkit.content.rules.rule import Rule
from toolkit.language import said

RULES: dict[str, Rule] = {
    "encoding": Rule(
        said("On other computers letters such as é or “ turn into wrong signs."),
        said(
            "Every file keeps its letters in some way. Old versions of Notepad use their own; all "
            "programs of today use UTF-8. Open the file in Notepad, choose Save As, and pick UTF-8 at "
            "the bottom. The words stay the same."
        ),
    ),
    "hidden-character": Rule(
        said("What cannot be seen can turn words around, or disturb the screen in the hall."),
        said(
            "Some characters have no shape: they come along when a text is copied from a web page or a "
            "chat. Delete the line and type it by hand, then they are gone."
        ),
    ),
    "lost-letter": Rule(
        said("People would read a sign of failure in the middle of a word."),
        said(
            "When a program could not read a letter, it put this sign in its place. Nobody but you "
            "knows which letter it was: type it again, and save the file as UTF-8."
        ),
        "title: Jum�at",
        "title: Jum'at",
    ),
    "not-a-file": Rule(
        said("Nothing can be read from it, and the lesson is missing."),
        said(
            "A folder, a pipe or a device has a name that ends like a lesson file. Rename it, or move "
            "it out of the library."
        ),
    ),
    "not-text": Rule(
        said("A Word or PDF file cannot be shown as a lesson."),
        said(
            "A lesson is plain text. Copy the words out of Word into Notepad, or begin with  cekdulu "
            "new lesson  and fill it in."
        ),
    ),
    "outside-library": Rule(
        said("A library from a stranger's stick could read your other files this way."),
        said(
            "The file is only a link to another place on the computer. Only files inside the library's "
            "folder are read, so that a library is whole wherever it is copied."
        ),
    ),
    "too-large": Rule(
        said("Old laptops would stand still while they read it."),
        said(
            "The longest lesson of ours has 40 KB. A much larger file is usually something else by the "
            "wrong name, or several lessons in one."
        ),
    ),
    "unreadable": Rule(
        said("The lesson is missing in the app and on paper."),
        said(
            "The computer did not give out the file. It may belong to another user, be open in another "
            "program, or lie on a stick that was pulled out."
        ),
    ),
    "misplaced-file": Rule(
        said("Nobody sees what stands in it: it is neither shown nor checked nor printed."),
        said(
            "Notepad likes to add .txt to a name without showing it, and a file saved beside the folders "
            "of a library is not found. Lessons lie in lessons/, questions, offers and chats in quizzes/, "
            "and their names end in .yaml. In Notepad choose Save As and put the name in quotation marks."
        ),
    ),
}
