"""What people call things: words that stand for our keys, languages and values.

Trainers write `judul` for `title` and `wajib` for `must`. Knows words only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

KEYS: dict[str, tuple[str, ...]] = {
    "title": ("judul", "nama", "heading", "headline", "topik"),
    "name": ("nama", "judul"),
    "about": ("tentang", "ringkasan", "keterangan", "perihal", "mengenai", "summary", "description"),
    "objectives": ("tujuan", "sasaran", "goals", "aims", "goal"),
    "objective": ("tujuan", "sasaran", "goal", "aim"),
    "pages": ("halaman", "layar", "screens", "slides", "bagian"),
    "page": ("halaman", "layar", "slide"),
    "takeaways": ("intisari", "inti", "pokok", "kesimpulan", "ingat", "pesan_kunci", "summary", "keypoints"),
    "leaflet": ("selebaran", "brosur", "lipatan", "flyer", "brochure"),
    "front": ("depan", "sampul", "muka", "cover"),
    "inside": ("dalam", "isi", "panel", "panels", "panels_inside"),
    "more": ("lagi", "tambahan", "lebih", "extra", "details"),
    "scan": ("pindai", "qr"),
    "contacts": ("kontak", "nomor", "nomor_bantuan", "telepon", "helplines", "hotlines", "contact"),
    "sources": ("sumber", "rujukan", "references", "source"),
    "facts": ("fakta", "data", "angka"),
    "terms": ("istilah", "kamus", "glosarium", "glossary", "words"),
    "do_not_print": ("jangan_cetak", "larangan", "dilarang", "banned"),
    "products": ("produk", "cetakan"),
    "plans": ("rencana", "rencana_pertemuan", "plan", "meetings"),
    "audience": ("untuk_siapa", "peserta", "sasaran", "for_whom", "people"),
    "aims": ("tujuan", "sasaran", "goals"),
    "lessons": ("pelajaran", "modul", "lesson"),
    "bring": ("bawa", "dibawa", "siapkan", "persiapan", "prepare"),
    "tips": ("saran", "kiat", "cara_bicara", "advice"),
    "leave_out": ("lewati", "yang_dilewati", "kurangi", "skip"),
    "chat": ("obrolan", "percakapan", "scenario"),
    "refresher": ("pengingat", "sebulan_kemudian", "ulangan", "reminder"),
    "reviewed_by": ("dibaca_oleh", "sudah_dibaca", "ditinjau", "diperiksa_oleh", "readers", "reviewers"),
    "reader": ("pembaca", "penutur", "penutur_asli", "native_speaker"),
    "officer": ("petugas", "polisi", "aparat", "police"),
    "lawyer": ("pengacara", "advokat", "ahli_hukum", "advocate"),
    "theme": ("tema", "tampilan", "style", "design", "desain"),
    "typeface": ("huruf", "jenis_huruf", "font", "fonts", "typography"),
    "own_typeface": ("huruf_sendiri", "own_font", "own_fonts"),
    "edge": ("tepi", "pinggir", "margin", "margins", "edges"),
    "gutter": ("lipatan", "fold", "gutters"),
    "code": ("kode", "kode_qr", "qr", "qr_code"),
    "overlap": ("tumpang_tindih", "tindih"),
    "body": ("isi", "badan", "naskah", "text"),
    "largest": ("terbesar", "paling_besar", "max", "maximum", "biggest"),
    "smallest": ("terkecil", "paling_kecil", "min", "minimum"),
    "heading": ("subjudul", "judul_bagian", "headings"),
    "small": ("kecil", "catatan", "notes"),
    "papers": ("kertas", "ukuran", "ukuran_kertas", "sizes", "paper", "paper_sizes", "sheets"),
    "copies": ("salinan", "jumlah", "rangkap"),
    "per_sheet": ("per_lembar", "sekertas", "each_sheet"),
    "icon": ("ikon", "gambar", "simbol", "picture", "image", "symbol"),
    "order": ("urutan", "nomor", "urut", "position", "sequence", "number"),
    "priority": ("prioritas", "penting", "importance"),
    "minutes": ("menit", "waktu", "durasi", "lama", "time", "duration", "minute"),
    "text": ("teks", "isi", "kalimat", "body", "content", "jawaban", "answer", "label"),
    "show": ("tampilkan", "tampil", "tunjukkan", "layar", "display", "lines", "poin", "points", "bullets"),
    "say": ("katakan", "ucapkan", "bicara", "naskah", "script", "speech", "speak", "ucapan"),
    "ask": ("tanya", "tanyakan", "pertanyaan", "soal", "question", "prompt"),
    "questions": ("pertanyaan", "soal", "question"),
    "quiz": ("kuis", "ujian", "tes", "test"),
    "forms": ("bentuk", "bentuk_tes", "formulir", "form", "tests", "tes_paralel", "parallel"),
    "a": ("form_a", "bentuk_a", "tes_a"),
    "b": ("form_b", "bentuk_b", "tes_b"),
    "lesson": ("pelajaran", "modul", "module", "course"),
    "kind": ("jenis", "tipe", "macam", "type"),
    "options": ("pilihan", "opsi", "jawaban", "choices", "answers", "answer", "alternatives", "choice"),
    "answer": ("jawaban", "kunci", "jawab", "benar", "right", "correct", "solution"),
    "right": ("kanan", "sebelah_kanan", "benar", "betul", "correct", "is_correct", "kunci", "answer", "true"),
    "belief": ("keyakinan", "kepercayaan", "anggapan", "misconception", "believe"),
    "reply": ("balasan", "jawaban", "tanggapan", "penjelasan", "explanation", "feedback", "response",
              "umpan_balik"),
    "mistake": ("kesalahan", "keliru", "salah", "error", "wrong"),
    "mistakes": ("kesalahan", "keliru", "salah", "errors", "wrong"),
    "steps": ("langkah", "tahap", "urutan", "items"),
    "pairs": ("pasangan", "matches", "items"),
    "left": ("kiri", "sebelah_kiri"),
    "message": ("pesan", "kiriman", "parts", "messages", "text", "teks", "isi", "isi_pesan", "kalimat", "body", "content", "lines", "iklan"),
    "sign": ("tanda", "warning", "flag", "tanda_bahaya", "red_flag", "warning_sign"),
    "signs": ("tanda", "tanda_tanda", "warnings", "flags", "tanda_bahaya", "red_flags", "warning_signs", "bahaya"),
    "offers": ("tawaran", "lowongan"),
    "offer": ("tawaran", "lowongan"),
    "scenario": ("skenario", "percakapan", "obrolan", "chat"),
    "after": ("sesudah", "setelah", "penutup", "afterwards"),
    "pair": ("pasangan", "twin", "kembaran"),
    "honest": ("jujur", "asli", "benar", "genuine", "real"),
    "level": ("tingkat", "kesulitan", "difficulty"),
    "checks": ("cek", "periksa", "pemeriksaan", "check", "yang_dicek", "perlu_dicek", "to_check"),
    "partner": ("lawan", "lawan_bicara", "kontak", "with"),
    "turns": ("giliran", "langkah", "steps", "turn"),
    "says": ("berkata", "katanya", "pesan", "ucapan", "katakan", "messages", "message", "text", "teks", "isi", "say"),
    "replies": ("balasan", "jawaban", "answers", "options", "pilihan"),
    "next": ("lanjut", "berikut", "berikutnya", "selanjutnya", "goto"),
    "debrief": ("penutup", "pembahasan", "bahasan", "debriefing", "end"),
    "technique": ("teknik", "cara", "siasat", "trick"),
    "publisher": ("penerbit", "media"),
    "date": ("tanggal", "tgl", "day"),
    "inferred": ("perkiraan", "diperkirakan", "kira_kira", "guessed"),
    "address": ("alamat", "tautan", "link", "url", "situs"),
    "number": ("nomor", "angka", "jumlah", "telepon", "nilai", "value", "phone", "no"),
    "as_of": ("per", "per_tanggal", "tanggal", "date"),
    "review_by": ("tinjau", "periksa_lagi", "cek_ulang", "berlaku_sampai", "review", "expires"),
    "dial": ("sambungkan", "hubungi", "tel", "call", "putar"),
    "channel": ("saluran", "lewat", "via"),
    "scope": ("untuk", "cakupan", "lingkup", "for"),
    "reach": ("jangkauan", "dari", "from"),
    "note": ("catatan", "keterangan", "notes"),
    "seen_on": ("terlihat", "dilihat", "seen"),
    "verified_on": ("dicek", "diverifikasi", "verified", "terverifikasi"),
    "word": ("kata", "istilah"),
    "long": ("panjang", "kepanjangan"),
    "means": ("arti", "artinya", "makna", "maksud", "meaning", "definition"),
    "why": ("mengapa", "kenapa", "alasan", "reason"),
}  # fmt: skip
"""For each key what people write instead of it, in Indonesian or English."""

LANGUAGES: dict[str, tuple[str, ...]] = {
    "id": ("in", "ind", "indo", "indonesia", "indonesian", "bahasa", "bahasa_indonesia", "idn", "ina"),
    "en": ("eng", "ing", "inggris", "bahasa_inggris", "english", "uk", "us", "gb"),
}  # fmt: skip
"""For each language what people write instead of its code."""

WORDS: dict[str, tuple[str, ...]] = {
    "must": ("wajib", "harus", "utama", "penting", "high", "required"),
    "should": ("sebaiknya", "perlu", "seharusnya", "sedang", "medium"),
    "could": ("boleh", "bisa", "dapat", "opsional", "optional", "low", "may"),
    "choice": ("pilihan", "pilihan_ganda", "pilih", "single", "multiple_choice", "single_choice"),
    "multiple": ("banyak", "pilihan_banyak", "beberapa", "multi", "multiple_answer", "multiple_answers"),
    "true_false": ("benar_salah", "betul_salah", "bs", "ya_tidak", "truefalse", "yes_no", "boolean", "true"),
    "order": ("urutan", "urutkan", "urut", "susun", "ordering", "sort", "sequence"),
    "match": ("jodohkan", "menjodohkan", "pasangan", "pasangkan", "cocokkan", "matching"),
    "spot": ("tandai", "temukan", "tanda", "cari", "find", "mark"),
    "verdict": ("putusan", "penilaian", "nilai", "keputusan", "judge", "offer", "tawaran"),
    "scenario": ("skenario", "percakapan", "obrolan", "chat"),
    "opinion": ("pendapat", "opini", "poll", "vote"),
    "phone": ("telepon", "telpon", "telp", "hp", "call", "tel", "telephone"),
    "whatsapp": ("wa", "whats_app"),
    "web": ("situs", "website", "laman", "internet", "url"),
    "indonesia": ("dalam_negeri", "dalam", "id", "home"),
    "abroad": ("luar_negeri", "luar", "ln", "overseas"),
    "both": ("keduanya", "dua_duanya", "semua", "all", "mana_saja"),
    "chat": ("pesan", "obrolan", "message", "bubble"),
    "person": ("orang", "warga", "user", "man"),
    "people": ("orang_orang", "keluarga", "kelompok", "masyarakat", "group", "family"),
    "house": ("rumah", "home", "kantor"),
    "passport": ("paspor",),
    "document": ("dokumen", "surat", "berkas", "kontrak", "paper", "letter", "file"),
    "money": ("uang", "gaji", "biaya", "rupiah", "cash"),
    "plane": ("pesawat", "terbang", "airplane", "flight"),
    "boat": ("kapal", "perahu", "ship", "laut"),
    "warning": ("awas", "peringatan", "bahaya", "tanda_bahaya", "alert", "danger"),
    "question": ("tanya", "pertanyaan", "tanda_tanya"),
    "shield": ("perisai", "tameng", "lindung"),
    "check": ("centang", "cek", "tick", "betul"),
    "cross": ("silang", "salah", "tidak"),
    "hand": ("tangan", "stop", "berhenti"),
    "lock": ("gembok", "padlock"),
    "clock": ("jam", "waktu", "time"),
    "book": ("buku", "pelajaran"),
    "pin": ("lokasi", "tempat", "peta", "location", "map"),
    "magnifier": ("kaca_pembesar", "lup", "search", "magnify", "periksa"),
    "heart": ("hati", "jantung", "love"),
    "megaphone": ("toa", "pengeras", "pengeras_suara", "speaker"),
    "key": ("kunci",),
    "a4": ("kuarto", "quarto"),
    "f4": ("folio", "hvs_folio"),
}  # fmt: skip
"""For each word that the program knows what people write instead of it."""


def meant(
    written: str,
    there: Sequence[str],
    others: dict[str, tuple[str, ...]],
    *,
    likely: bool = True,
) -> tuple[str, bool]:
    """Which of the words `there` somebody meant, and whether that is sure; ("", False) for none.

    `others` are words that people use in their place. A likeness of letters is never sure,
    and is looked for only if what is `likely` is asked for.
    """
    bare = plain(written)
    for word in there:
        if plain(word) == bare:
            return word, True
    for word in there:
        if bare in others.get(word, ()):
            return word, True
    return (_nearest(bare, there, others) if likely else ""), False


def _nearest(bare: str, there: Sequence[str], others: dict[str, tuple[str, ...]]) -> str:
    """The word whose letters, or those of another word for it, are most like what is written."""
    from difflib import get_close_matches  # only when something is misspelt

    near = get_close_matches(bare, there, 1, cutoff=0.6)
    other = get_close_matches(bare, _others(there, others), 1, cutoff=0.8)
    if other and not (near and _likeness(bare, near[0]) >= _likeness(bare, other[0])):
        return next(word for word in there if other[0] in others.get(word, ()))
    return near[0] if near else ""


def plain(written: str) -> str:
    """A word without the differences that mean nothing: capitals, spaces, hyphens."""
    return "_".join(written.strip().lower().replace("-", " ").replace("_", " ").split())


def _others(there: Iterable[str], others: dict[str, tuple[str, ...]]) -> list[str]:
    return [other for word in there for other in others.get(word, ()) if len(other) > 2]


def _likeness(one: str, other: str) -> float:
    from difflib import SequenceMatcher  # only when something is misspelt

    return SequenceMatcher(None, one, other).ratio()
