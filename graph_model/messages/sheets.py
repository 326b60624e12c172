"""Messages about sheets, headers, columns and rows."""

from graph_model.problems import Message
from graph_model.text import Text

UNKNOWN_TABLE = Message(
    "unknown-table",
    Text("Det går ikke fram hva listen inneholder.", "It is not clear what the list holds."),
    Text("Gi arket eller filen et av disse navnene: {sheets}.", "Give the sheet or file one of these names: {sheets}."),
)
UNKNOWN_SHEET = Message(
    "unknown-sheet",
    Text(
        "Arket er ikke lest: det går ikke fram hva det inneholder.",
        "The sheet is not read: it is not clear what it holds.",
    ),
    Text(
        "Skal det leses, gi det navn etter innholdet, som «{sheet}».",
        "If it is meant, name it by what it holds, as '{sheet}'.",
    ),
)
READ_BY_HEADERS = Message(
    "read-by-headers",
    Text("Listen er lest som «{sheet}», etter overskriftene.", "The list is read as '{sheet}', going by its headers."),
    Text(
        "Er det en annen slags liste, gi arket eller filen navn etter den.",
        "If it is another sort, name the sheet or file by it.",
    ),
)
MISSING_COLUMN = Message(
    "missing-column",
    Text(
        "Listen leses som «{sheet}», men kolonnen «{column}» mangler blant overskriftene i rad {row}.",
        "The list is read as '{sheet}', but the column '{column}' is missing among the headers in row {row}.",
    ),
    Text(
        "Legg til kolonnen, eller rett overskriften. Er det en annen slags liste, gi arket eller filen et annet navn.",
        "Add the column, or correct its header. If it is another sort of list, give the sheet or file another name.",
    ),
)
NEAR_COLUMN = Message(
    "near-column",
    Text("Overskriften «{column}» er ikke kjent.", "The header '{column}' is not known."),
    Text(
        "Mente du «{nearest}»? Rett overskriften, eller slett kolonnen.",
        "Did you mean '{nearest}'? Correct the header, or delete the column.",
    ),
)
IGNORED_COLUMNS = Message(
    "ignored-columns",
    Text("Kolonner som ikke er kjent, er ikke lest: {columns}.", "Columns that are not known are not read: {columns}."),
    Text("", ""),
)
PERSONAL_COLUMNS = Message(
    "personal-columns",
    Text(
        "Kolonner som ser ut til å inneholde personopplysninger, er utelatt: {columns}.",
        "Columns that seem to hold personal data are left out: {columns}.",
    ),
    Text("", ""),
)
COLUMNS_WITHOUT_HEADER = Message(
    "columns-without-header",
    Text("Kolonner uten overskrift er ikke lest: {columns}.", "Columns without a header are not read: {columns}."),
    Text("Skal de leses, gi dem en overskrift.", "If they are meant, give them a header."),
)
DOUBLE_COLUMN = Message(
    "double-column",
    Text(
        "Både «{first}» og «{column}» leses som «{meaning}».", "Both '{first}' and '{column}' are read as '{meaning}'."
    ),
    Text("Slett den ene, eller gi den en annen overskrift.", "Delete one, or give it another header."),
)
MISSING_VALUE = Message(
    "missing-value",
    Text("«{column}» er tom.", "'{column}' is empty."),
    Text("Fyll den ut, eller slett raden.", "Fill it in, or delete the row."),
)
ROW_TOO_LONG = Message(
    "row-too-long",
    Text("Raden har flere celler enn det er overskrifter.", "The row has more cells than there are headers."),
    Text(
        'Sett en celle som inneholder skilletegnet, i anførselstegn, som "NTNU; Nord universitet".',
        'Put a cell that contains the delimiter in quotation marks, as "NTNU; Nord universitet".',
    ),
)
SKIPPED_SUM = Message(
    "skipped-sum",
    Text("Raden er en sum, og er ikke lest.", "The row is a sum, and is not read."),
    Text("", ""),
)
SKIPPED_REMARK = Message(
    "skipped-remark",
    Text(
        "Raden er en merknad under tabellen, og er ikke lest.", "The row is a remark under the table, and is not read."
    ),
    Text("", ""),
)
SKIPPED_HEADER = Message(
    "skipped-header",
    Text("Raden er overskriftene en gang til, og er ikke lest.", "The row is the headers once more, and is not read."),
    Text("", ""),
)
SKIPPED_EXAMPLE = Message(
    "skipped-example",
    Text("Raden er merket som eksempel, og er ikke lest.", "The row is marked as an example, and is not read."),
    Text(
        "Skal den leses, ta bort «Eksempel:» i den første cellen.",
        "If it is meant, remove 'Example:' from its first cell.",
    ),
)
BAD_ID = Message(
    "bad-id",
    Text(
        "«{value}» er ikke en id for slike rader; den begynner med «{begins}».",
        "'{value}' is no id for such rows; it begins with '{begins}'.",
    ),
    Text("La cellen være tom, så får raden en id.", "Leave the cell empty, and the row gets an id."),
)
TOO_MANY_NAMES = Message(
    "too-many-names",
    Text("Raden gir mer enn {most} par av navn.", "The row makes more than {most} pairs of names."),
    Text("Del den i flere rader.", "Split it into several rows."),
)
NO_ROWS = Message(
    "no-rows",
    Text("Listen har overskrifter, men ingen rader.", "The list has headers but no rows."),
    Text("", ""),
)
DOUBLE_SOURCE = Message(
    "double-source",
    Text("To filer heter «{source}».", "Two files are called '{source}'."),
    Text("Les dem inn hver for seg, med hvert sitt --source.", "Load them one by one, each with its own --source."),
)
