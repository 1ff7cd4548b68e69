"""Villages for the print shop: plain ones, hard ones, and any that somebody might live in."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from toolkit.content.place import Place
from toolkit.content.villages.village import Office, Village

LIST = "desa.csv"
ALL = dict(zip(Office, ("(0751) 123 456", "110", "0812-3456-7890", "+62 751 12345"), strict=True))

PLAIN = Village(
    "Sukamaju", "Lembah Gumanti", "Kabupaten Solok", "Sumatera Barat", ALL, date(2026, 11, 2), at=Place(LIST, 2, 1)
)  # fmt: skip
LONG = Village(
    "Nagari Contoh Nan Elok di Kaki Bukit Panjang Sebelah Matahari Terbit",
    "Kecamatan Sungai Pua Barat Daya", "Kabupaten Lima Puluh Kota", "Sumatera Barat",
    dict.fromkeys(Office, "+62 812-3456-7890"), date(2026, 11, 20), at=Place(LIST, 3, 1),
)  # fmt: skip
NONE_KNOWN = Village("Ma'rang", "", "Kota Contoh", "", {}, at=Place(LIST, 4, 1))
FOREIGN = Village("Łódź Ňĝ", "Ťest", "Kabupaten Solok", "", {Office.POLICE: "110"}, at=Place(LIST, 5, 1))  # fmt: skip
MARKUP = Village(
    r"<b>50%(d)\) Tj ET & {village} %b \\", "%s %%", "Kab. \\(", "", {Office.POLICE: "110"}, at=Place(LIST, 6, 1)
)  # fmt: skip
UNPRINTABLE = Village("Desa ☎", "", "Kabupaten Solok", "", {}, at=Place(LIST, 7, 1))
TOO_WIDE = Village("Nan" * 40, "", "Kabupaten Solok", "", {}, at=Place(LIST, 8, 1))

HARD = (PLAIN, LONG, NONE_KNOWN, FOREIGN, MARKUP)


def many(count: int) -> list[Village]:
    """Plain villages, no two alike, in three regencies."""
    return [
        Village(
            f"Desa {number}", f"Kecamatan {number % 4}", f"Kabupaten {number % 3}", "Jambi",
            {office: f"08{10 + place}-{number:08}" for place, office in enumerate(Office) if (number + place) % 3},
            date(2026, 11, 1 + number % 9) if number % 2 else None, at=Place(LIST, number + 2, 1),
        )
        for number in range(count)
    ]  # fmt: skip


_letters = st.sampled_from(
    "aiueonrsktgbdmlph" * 4 + "ABKLMNPST" + "éèêâîôûñäöüÉÑ" + "'’-.()&<%\\/0123456789" + "ŵŁčŽǰẽ"
)
_word = st.text(_letters, min_size=1, max_size=12)
names = st.lists(_word, min_size=1, max_size=9).map(" ".join)
_number = st.from_regex(
    r"(\+62 |0|\(0)[0-9]{2,4}\)?[- .]?[0-9]{3,4}[- .]?[0-9]{0,5}", fullmatch=True
)
villages = st.builds(
    Village,
    names,
    names | st.just(""),
    names,
    st.just("Jambi"),
    st.dictionaries(st.sampled_from(list(Office)), _number | st.just("110")),
    st.none() | st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    at=st.just(Place(LIST, 9, 1)),
)
