"""Messages about workbooks that cannot be read, or not safely."""

from graph_model.problems import Message
from graph_model.text import Text

WORKBOOK_NAMED_AS_TEXT = Message(
    "workbook-named-as-text",
    Text(
        "Filen er en arbeidsbok fra Excel, men heter som en tekstfil.",
        "The file is an Excel workbook with the name of a text file.",
    ),
    Text("Åpne den i Excel og lagre den som .xlsx.", "Open it in Excel and save it as .xlsx."),
)
TEXT_NAMED_AS_WORKBOOK = Message(
    "text-named-as-workbook",
    Text(
        "Filen er en tekstfil, men heter som en arbeidsbok fra Excel.",
        "The file is a text file with the name of an Excel workbook.",
    ),
    Text(
        "Endre navnet så det slutter på .csv, eller åpne filen i Excel og lagre den som .xlsx.",
        "Rename it to end in .csv, or open it in Excel and save it as .xlsx.",
    ),
)
WEB_PAGE_NAMED_AS_WORKBOOK = Message(
    "web-page-named-as-workbook",
    Text(
        "Filen er en nettside, men heter som en arbeidsbok fra Excel.",
        "The file is a web page with the name of an Excel workbook.",
    ),
    Text("Åpne den i Excel og lagre den som .xlsx.", "Open it in Excel and save it as .xlsx."),
)
WORKBOOK_OLD = Message(
    "workbook-old",
    Text("Arbeidsboken er lagret i det gamle formatet .xls.", "The workbook is in the old format .xls."),
    Text("Åpne den i Excel og lagre den som .xlsx.", "Open it in Excel and save it as .xlsx."),
)
WORKBOOK_LOCKED = Message(
    "workbook-locked",
    Text("Arbeidsboken er låst med passord.", "The workbook is locked with a password."),
    Text(
        "Ta bort passordet i Excel (Fil, Informasjon, Beskytt arbeidsbok), og lagre en kopi.",
        "Remove the password in Excel (File, Info, Protect Workbook), and save a copy.",
    ),
)
WORKBOOK_OTHER = Message(
    "workbook-other",
    Text("Filen er ikke en arbeidsbok av typen .xlsx.", "The file is not a workbook of the type .xlsx."),
    Text(
        "Åpne den i programmet den er laget i, og lagre den som .xlsx.",
        "Open it in the program that made it, and save it as .xlsx.",
    ),
)
WORKBOOK_BROKEN = Message(
    "workbook-broken",
    Text("Arbeidsboken er skadet eller ufullstendig.", "The workbook is damaged or incomplete."),
    Text(
        "Kopier eller last ned filen på nytt. Kan Excel åpne den, så lagre den som en ny .xlsx.",
        "Copy or download the file again. If Excel can open it, save it as a new .xlsx.",
    ),
)
WORKBOOK_SWELLS = Message(
    "workbook-swells",
    Text(
        "Arbeidsboken er mye større utpakket enn en liste trenger å være.",
        "The workbook is much larger unpacked than a list needs to be.",
    ),
    Text(
        "Kopier bare cellene i listen til en ny arbeidsbok. Kjenner du ikke avsenderen, så la filen ligge.",
        "Copy only the cells of the list to a new workbook. If you do not know the sender, leave the file alone.",
    ),
)
WORKBOOK_UNSAFE = Message(
    "workbook-unsafe",
    Text(
        "Arbeidsboken inneholder noe som Excel aldri lagrer, og som kan være skadelig («{part}»).",
        "The workbook holds something that Excel never saves and that may do harm ('{part}').",
    ),
    Text(
        "Be avsenderen om listen på nytt, lagret som .xlsx i Excel.",
        "Ask the sender for the list again, saved as .xlsx in Excel.",
    ),
)
CELL_FAR_OFF = Message(
    "cell-far-off",
    Text("Cellen ligger langt utenfor det en liste trenger.", "The cell lies far outside what a list needs."),
    Text(
        "Slett radene og kolonnene utenfor listen og lagre; Ctrl+End i Excel viser hvor arket slutter.",
        "Delete the rows and columns outside the list and save; Ctrl+End in Excel shows where the sheet ends.",
    ),
)
CELL_IN_ERROR = Message(
    "cell-in-error",
    Text("Cellen viser feilen «{value}».", "The cell shows the error '{value}'."),
    Text("Rett formelen, eller skriv verdien i cellen.", "Correct the formula, or write the value in the cell."),
)
FORMULA_NOT_CALCULATED = Message(
    "formula-not-calculated",
    Text("Formelen i cellen er ikke regnet ut.", "The formula in the cell has not been calculated."),
    Text("Åpne arbeidsboken i Excel og lagre den på nytt.", "Open the workbook in Excel and save it again."),
)
SHEET_HIDDEN = Message(
    "sheet-hidden",
    Text("Arket er skjult og er ikke lest.", "The sheet is hidden and was not read."),
    Text(
        "Skal det med, så høyreklikk på en arkfane i Excel, velg «Vis», og lagre.",
        "If it belongs, right-click a sheet tab in Excel, choose 'Unhide', and save.",
    ),
)
WORKBOOK_EMPTY = Message(
    "workbook-empty",
    Text("Arbeidsboken har ingen synlige ark med innhold.", "The workbook has no visible sheet with content."),
    Text(
        "Kontroller at det er riktig fil, og at arket med listen ikke er skjult.",
        "Check that it is the right file, and that the sheet with the list is not hidden.",
    ),
)
