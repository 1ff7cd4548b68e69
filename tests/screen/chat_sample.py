"""The small course with a chat in the middle of its quiz; fixed words, for the frames on file."""

from __future__ import annotations

from dataclasses import replace

from screen.sample import Words, both, course

from toolkit.content.library import Library
from toolkit.content.load import Loaded
from toolkit.content.offer import Reply, Scenario, Turn
from toolkit.content.quiz import Chat, Question


def scenario(words: Words = both, name: str = "cousin") -> Scenario:
    """A chat of five turns with three endings."""
    return Scenario(
        name,
        words("Sepupu jauh menawarkan kerja", "A distant cousin offers work"),
        words("Sepupu Tono (contoh)", "Cousin Tono (example)"),
        (
            Turn(
                "hello",
                (
                    words("Halo, masih ingat aku?", "Hello, do you remember me?"),
                    words("(Contoh) Ada kerja di luar negeri.", "(Example) There is work abroad."),
                ),
                (
                    Reply("where", words("Di mana kerjanya?", "Where is the work?"), "hurry"),
                    Reply("glad", words("Wah, aku mau!", "Oh, I would like that!"), "hurry"),
                    Reply("ask", words("Aku tanya kantor desa dulu.", "I ask the village office first."), "waited"),
                ),
            ),
            Turn(
                "hurry",
                (
                    words("Nanti saja soal itu, yang penting cepat.", "Later, what matters is to be quick."),
                    words("Malam ini tutup, lho.", "It closes tonight, you know."),
                ),
                (
                    Reply("where", words("Tetap saja: di mana?", "All the same: where?"), "waited"),
                    Reply("home", words("Aku cerita ke ibu dulu.", "I tell my mother first."), "told"),
                    Reply("ktp", words("Ini foto KTP-ku.", "Here is my ID card."), "sent"),
                ),
            ),
            Turn(
                "waited",
                (words("Ya sudah kalau begitu.", "All right then."),),
                debrief=words(
                    "Anda bertanya, dan ia berhenti mendesak. Tunda dulu, cek dulu di {term:disnaker}.",
                    "You asked, and he stopped pushing. Wait, and check first with {term:disnaker}.",
                ),
                technique=words("Desakan: tidak ada waktu untuk cek", "Urgency: no time to check"),
            ),
            Turn(
                "told",
                (words("Jangan, nanti dilarang.", "Do not, she will forbid it."),),
                debrief=words("Anda bercerita di rumah.", "You talked at home."),
                technique=words("Rahasia: supaya tidak ada yang mengingatkan", "Secrecy: so that nobody warns us"),
            ),
            Turn(
                "sent",
                (words("Sip, nanti dikabari.", "Fine, I will let you know."),),
                debrief=words(
                    "Data sudah terkirim. Itu bukan salah Anda. Hubungi {contact:police}.",
                    "Your details are sent. It is not your fault. Call {contact:police}.",
                ),
                technique=words("Pujian, lalu data diri", "Flattery, then your details"),
            ),
        ),
    )  # fmt: skip


def chatting(words: Words = both, *, only: bool = False) -> Loaded:
    """The course; its chat stands in the middle of the quiz, or is all that is `only` asked."""
    loaded = course(words)
    library = loaded.library
    made = Chat(
        "q-chat", "offer.calm", words("Sepupu jauh menyapa.", "A distant cousin writes."), "cousin"
    )
    first, *others = library.quizzes["offer"].questions
    asked: tuple[Question, ...] = (made,) if only else (first, made, *others)
    return replace(loaded, library=with_chat(library, asked, scenario(words)))  # fmt: skip


def with_chat(library: Library, asked: tuple[Question, ...], made: Scenario) -> Library:
    """A library whose one quiz asks these questions, and that has this chat."""
    quiz = replace(library.quizzes["offer"], questions=asked)
    return replace(
        library,
        quizzes={"offer": quiz},
        questions={one.id: one for one in asked},
        scenarios={made.id: made},
    )
