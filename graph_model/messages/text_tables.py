"""Messages about text tables: their encoding, their quotes, their cells."""

from graph_model.problems import Message
from graph_model.text import Text

READ_AS_WINDOWS_1252 = Message(
    "read-as-windows-1252",
    Text("Filen er lest med tegnsettet Windows-1252.", "The file was read as Windows-1252."),
    Text(
        "Se etter at æ, ø og å er riktige. Lagre den som «CSV UTF-8» i Excel, så er det ingen tvil.",
        "Check the letters outside A to Z. Saved as 'CSV UTF-8' in Excel, the file leaves no doubt.",
    ),
)
ENCODING_BROKEN = Message(
    "encoding-broken",
    Text(
        "Filen sier at den er lagret som {encoding}, men denne linjen er det ikke.",
        "The file says that it is saved as {encoding}, but this line is not.",
    ),
    Text(
        "Hent listen på nytt der den kommer fra, og lagre den som «CSV UTF-8» eller .xlsx.",
        "Fetch the list anew from where it comes, and save it as 'CSV UTF-8' or .xlsx.",
    ),
)
ENCODINGS_MIXED = Message(
    "encodings-mixed",
    Text(
        "Denne linjen er lagret med et annet tegnsett enn linje {line}, så æ, ø og å kan ikke leses sikkert.",
        "This line is saved in another encoding than line {line}, so its letters outside A to Z are uncertain.",
    ),
    Text(
        "Åpne filen i Excel, rett bokstavene som er feil, og lagre den som «CSV UTF-8» eller .xlsx.",
        "Open the file in Excel, correct the letters that are wrong, and save it as 'CSV UTF-8' or .xlsx.",
    ),
)
CHARACTER_UNKNOWN = Message(
    "character-unknown",
    Text(
        "Linjen har et tegn som ikke finnes i tegnsettet (kode {byte}).",
        "The line has a character that is not in the encoding (byte {byte}).",
    ),
    Text(
        "Åpne filen i Excel, se etter at æ, ø og å er riktige, og lagre den som «CSV UTF-8» eller .xlsx.",
        "Open the file in Excel, check the letters outside A to Z, and save it as 'CSV UTF-8' or .xlsx.",
    ),
)
NUL_CHARACTER = Message(
    "nul-character",
    Text(
        "Linjen har et tegn med koden 0, som ikke finnes i en tekstfil.",
        "The line has a character of code 0, which no text file has.",
    ),
    Text(
        "Filen er trolig skadet eller av et annet slag. Lagre listen på nytt som «CSV UTF-8» eller .xlsx.",
        "The file is probably damaged or of another sort. Save the list again as 'CSV UTF-8' or .xlsx.",
    ),
)
LETTERS_GARBLED = Message(
    "letters-garbled",
    Text(
        "«{value}» ser ut til å ha fått æ, ø eller å ødelagt før filen ble lagret. Slike celler i tabellen: {count}.",
        "'{value}' seems to have had letters ruined before the file was saved. Such cells in the table: {count}.",
    ),
    Text(
        "Hent listen på nytt der den kommer fra, og lagre den som UTF-8.",
        "Fetch the list anew from where it comes, and save it as UTF-8.",
    ),
)
QUOTE_NOT_CLOSED = Message(
    "quote-not-closed",
    Text(
        'En celle som begynner her, åpnes med anførselstegn (") som aldri lukkes.',
        'A cell that begins here opens with a quotation mark (") that is never closed.',
    ),
    Text(
        "Sett inn anførselstegnet som mangler, eller ta bort det som er for mye.",
        "Insert the quotation mark that is missing, or remove the one that is too many.",
    ),
)
TEXT_AFTER_QUOTE = Message(
    "text-after-quote",
    Text(
        'Det står tekst rett etter anførselstegnet (") som lukker en celle.',
        'There is text right after the quotation mark (") that closes a cell.',
    ),
    Text(
        'Skriv anførselstegn inne i en celle to ganger (""), eller ta dem bort.',
        'Write a quotation mark inside a cell twice (""), or remove it.',
    ),
)
CELL_TOO_LONG = Message(
    "cell-too-long",
    Text("En celle har mer enn {most} tegn.", "A cell has more than {most} characters."),
    Text(
        "Kontroller at filen er en tabell, og kort ned cellen.",
        "Check that the file is a table, and shorten the cell.",
    ),
)
