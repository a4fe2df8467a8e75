"""What the pages of a pack say, in both languages. They travel with the pack, so they stand here as a whole."""

from collections.abc import Mapping

from governance.text import language

__all__ = ["WORDS", "words_of"]

_SWEDISH = """
ETT PAKET FÖR REVISORN

Liggaren {origin}, med {size} händelser när paketet gjordes.

  index.html          svaret, att läsa i en webbläsare
  answer.json         frågan och svaret, för program
  explanations.json   varför varje bedömning är som den är
  events/             händelserna som svaret vilar på: som de lagrades (.json), vad hashträdet säger om var och en
                      (.leaf), och beviset för att de finns i liggaren (.tlog-proof)
  mandate/            uppdragsbeskrivningen, ordagrant
  documents.json      kontrollsummor för handlingar, som själva ligger någon annanstans
  checkpoint.txt      vad hela liggaren var, undertecknat
  consistency/        bevis för att liggaren fortsätter från tidigare kontrollpunkter
  keys.txt            liggarens öppna nycklar, den nuvarande först
  manifest.json       varje fil med storlek och SHA-256; manifest.note är underskriften
  verify.py           prövar allt detta (Python 3.9 eller senare, inget annat behövs)

Skaffa först ett prövningsprogram som du kan lita på. Det verify.py som ligger här kom med paketet: den som har hittat
på det ena kan ha hittat på det andra. Ta det från något annat håll, på ett av två sätt:

  pip install governance-ledger                           och sedan python3 -m governance.proof.standalone i stället
                                                          för python3 verify.py nedan
  filen verify.py i projektets utgåva                     vars SHA-256 står där; jämför med sha256sum verify.py

Det verify.py som ligger här har SHA-256 {verifier}.

Pröva sedan paketet:

  python3 verify.py PAKET --sv                                  PAKET är zip-filen eller den uppackade mappen
  python3 verify.py PAKET --key NYCKEL --checkpoint FIL --sv    mot det som du själv har sparat

Bara det sista visar något om den som gjort paketet: ta nyckeln och en kontrollpunkt från något annat håll.

Med andra verktyg: varje .tlog-proof följer C2SP tlog-proof@v1, checkpoint.txt C2SP tlog-checkpoint och
signed-note (Ed25519), hashträdet RFC 6962, avsnitt 2.1. Go-paketen golang.org/x/mod/sumdb/note och .../tlog läser dem.
SHA-256 för en händelse (sha256sum events/000017.json) ska stå i dess .leaf.

Vad det inte visar: om svaret följer av händelserna, om det som berättades för liggaren var sant, och om nyckelns
innehavare har skrivit om det förflutna. Personuppgifter (namn, adresser) är med bara om answer.json säger
"personal_data": true; fria texter lämnas som de skrevs.
"""

_ENGLISH = """
A PACK FOR THE AUDITOR

The ledger {origin}, with {size} events when the pack was made.

  index.html          the answer, to be read in a browser
  answer.json         the question and the answer, for programs
  explanations.json   why each verdict is what it is
  events/             the events that the answer rests on: as they were stored (.json), what the hash tree says of each
                      (.leaf), and the proof that they are in the ledger (.tlog-proof)
  mandate/            the mandate, word for word
  documents.json      digests of documents, which themselves lie elsewhere
  checkpoint.txt      what the whole ledger was, signed
  consistency/        proofs that the ledger goes on from earlier checkpoints
  keys.txt            the ledger's public keys, the present one first
  manifest.json       every file with its size and SHA-256; manifest.note is the signature
  verify.py           checks all of this (Python 3.9 or later, nothing else is needed)

First get a verifier that you can trust. The verify.py in here came with the pack: whoever made up the one can have made
up the other. Take it from elsewhere, in one of two ways:

  pip install governance-ledger                           and then python3 -m governance.proof.standalone in the place
                                                          of python3 verify.py below
  the file verify.py of the project's release             whose SHA-256 stands there; compare with sha256sum verify.py

The verify.py in here has the SHA-256 {verifier}.

Then check the pack:

  python3 verify.py PACK --en                                  PACK is the zip file, or the folder it was extracted to
  python3 verify.py PACK --key KEY --checkpoint FILE --en      against what you kept yourself

Only the last says anything about whoever made the pack: take the key and a checkpoint from elsewhere.

With other tools: each .tlog-proof is C2SP tlog-proof@v1, checkpoint.txt is C2SP tlog-checkpoint and signed-note
(Ed25519), the hash tree is that of RFC 6962, section 2.1. The Go packages golang.org/x/mod/sumdb/note and .../tlog read
them. The SHA-256 of an event (sha256sum events/000017.json) must stand in its .leaf.

What it does not show: whether the answer follows from the events, whether what the ledger was told was true, and
whether the key's holder rewrote the past. Personal data (names, addresses) is in it only where answer.json says
"personal_data": true; free texts are as they were written.
"""

WORDS: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "language": "sv",
        "of": "Ur liggaren {origin}, för dagen {day}.",
        "known": "Vad som var känt vid händelse #{position}.",
        "asked": "Efterfrågat:",
        "answer": "Svar",
        "none": "Inga.",
        "why": "Varför",
        "events": "Händelserna som svaret vilar på",
        "rests": "Var och en ligger i mappen events, som den lagrades, med beviset för att den finns i liggaren.",
        "check": "Prova själv",
        "how": "Med Python och inget annat, och med ett prövningsprogram från något annat håll (README.txt säger hur):",
        "limits": "Det visar att inget har ändrats sedan paketet gjordes och att händelserna finns i den undertecknade "
                  "liggaren. Om den i sin tur är den som fördes visar bara en kontrollpunkt som du själv har sparat. "
                  "README.txt säger mer.",
        "position": "Nr", "event": "Händelse", "id": "Beteckning", "happened": "Hände", "recorded": "Registrerad",
        "by": "Av", "digest": "SHA-256",
        "readme": _SWEDISH,
    },
    "en": {
        "language": "en",
        "of": "From the ledger {origin}, of the day {day}.",
        "known": "As known at event #{position}.",
        "asked": "Asked of:",
        "answer": "Answer",
        "none": "None.",
        "why": "Why",
        "events": "The events that the answer rests on",
        "rests": "Each lies in the folder events, as it was stored, with the proof that it is in the ledger.",
        "check": "Check it yourself",
        "how": "With Python and nothing else, and with a verifier from elsewhere (README.txt says how to get one):",
        "limits": "This shows that nothing was altered since the pack was made, and that the events are in the signed "
                  "ledger. Whether that is the one that was kept, only a checkpoint that you kept yourself can show. "
                  "README.txt says more.",
        "position": "No.", "event": "Event", "id": "Id", "happened": "Happened", "recorded": "Recorded",
        "by": "By", "digest": "SHA-256",
        "readme": _ENGLISH,
    },
}  # fmt: skip
"""By language; Swedish first, since that is where most packs are read."""


def words_of() -> Mapping[str, str]:
    """Those of the reader's language, or English."""
    return WORDS.get(language(), WORDS["en"])
