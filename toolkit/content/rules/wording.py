"""Words: translations, plain language, what fits."""

from __future__ import annotations

from toolkit.content.rules.rule import Rule
from toolkit.language import said

_TWINS = {
    "same-in-both": Rule(
        why=said("Readers of the other language would get words that they cannot read."),
        more=said(
            "The same sentence stands under both languages, which happens when a text is copied to be translated later. Names and "
            "a word or two may be the same."
        ),
        wrong="text: {id: Tanya dulu ke kantor desa., en: Tanya dulu ke kantor desa.}",
        right="text: {id: Tanya dulu ke kantor desa., en: Ask the village office first.}",
    ),
    "twin-references": Rule(
        why=said("One language would give another figure or help line than the other."),
        more=said(
            "Both languages of a text refer to the same facts and help lines, each as often. Terms may differ where one language "
            "has an everyday word; but not another term in its place."
        ),
        wrong='text: {id: "Telepon {contact:kp2mi}.", en: "Call {contact:polri-110}."}',
        right='text: {id: "Telepon {contact:kp2mi}.", en: "Call {contact:kp2mi}."}',
    ),
    "twin-numbers": Rule(
        why=said("One language would tell another number than the other."),
        more=said("Numbers that are typed are the same in both languages. Write it right in both."),
        wrong="note: {id: gratis 24 jam, en: free 42 hours}",
        right="note: {id: gratis 24 jam, en: free 24 hours}",
    ),
    "twin-strong": Rule(
        why=said("What matters most would stand out in one language and not in the other."),
        more=said(
            "Words between two stars are shown strong. Both languages have equally many such parts, so that both stress the same."
        ),
        wrong='text: {id: "**Tunda dulu**, lalu cek.", en: "Wait first, then check."}',
        right='text: {id: "**Tunda dulu**, lalu cek.", en: "**Wait first**, then check."}',
    ),
}

_PLAIN = {
    "long-sentence": Rule(
        why=said("Who hears it once has forgotten the beginning before the end."),
        more=said(
            "A sentence that is read aloud or shown has at most 20 words; what stands in curly brackets counts as one. Make two "
            "sentences of it."
        ),
        wrong="say: {id: Kita cek dulu perusahaannya, lalu …, dan kemudian …, en: …}",
        right="say: {id: Kita cek dulu perusahaannya. Lalu …. Kemudian …., en: …}",
    ),
    "office-word": Rule(
        why=said(
            "Neighbours who do not know the word stop listening, or take it for something else."
        ),
        more=said(
            "The list of office words stands in lessons/reference/office-words.yaml; you can add your own. Say it in everyday "
            "words; or let the glossary explain it, with  {{term:id}}  in the same text or before; or say in brackets what it means."
        ),
        wrong="show: [{id: Verifikasi dulu perusahaannya., en: …}]",
        right="show: [{id: Cek dulu perusahaannya., en: …}]",
    ),
    "too-long": Rule(
        why=said("It would be cut off or squeezed on the screen or the leaflet."),
        more=said(
            "Each place has room for so many words or letters. The sign ^ stands where the room ends. Say it shorter; what needs "
            "more words belongs into  say:"
        ),
        wrong="title: {id: Tanda-tanda bahaya yang sering ada dalam tawaran kerja, en: …}",
        right="title: {id: Tanda bahaya dalam tawaran kerja, en: …}",
    ),
    "page-too-full": Rule(
        why=said("In the hall part of the page is out of sight, and somebody must scroll."),
        more=said(
            "The smallest screen has 60 columns and 18 rows. The title and the lines of  show:  must be seen on it at once. Show "
            "less, and say more."
        ),
        wrong="show:      # six long lines\n  - {…}\n  - {…}\n  - {…}\n  - {…}\n  - {…}\n  - {…}",
        right="show:      # three short lines\n  - {…}\n  - {…}\n  - {…}",
    ),
}

RULES: dict[str, Rule] = {**_TWINS, **_PLAIN}
