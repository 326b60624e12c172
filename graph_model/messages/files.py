"""Messages about files and folders that are to be read."""

from graph_model.problems import Message
from graph_model.text import Text

FILE_MISSING = Message(
    "file-missing",
    Text("Filen eller mappen «{path}» finnes ikke.", "The file or folder '{path}' does not exist."),
    Text("Kontroller navnet og mappen du står i.", "Check the name and the folder you are in."),
)
FILE_EMPTY = Message(
    "file-empty",
    Text("Filen er tom.", "The file is empty."),
    Text(
        "Kontroller at det er riktig fil, og at listen ble lagret.",
        "Check that it is the right file, and that the list was saved.",
    ),
)
FILE_TOO_LARGE = Message(
    "file-too-large",
    Text("Filen er større enn {most} MB.", "The file is larger than {most} MB."),
    Text(
        "Ta ut bilder og ark som ikke trengs, eller del listen i flere filer.",
        "Remove pictures and sheets that are not needed, or split the list into several files.",
    ),
)
MORE_ALIKE = Message(
    "more-alike",
    Text("{count} feil til av samme slag er ikke vist.", "{count} more errors of the same sort are not shown."),
    Text("Rett dem som er vist, og prøv igjen.", "Correct those that are shown, and try again."),
)
FILE_UNREADABLE = Message(
    "file-unreadable",
    Text("«{path}» kan ikke leses.", "'{path}' cannot be read."),
    Text(
        "Er den åpen i et annet program, eller mangler du tilgang til den?",
        "Is it open in another program, or do you lack the right to read it?",
    ),
)
EMPTY_FOLDER = Message(
    "empty-folder",
    Text("Mappen «{path}» inneholder ingen lister.", "The folder '{path}' holds no lists."),
    Text("Lister er filer som slutter på .xlsx eller .csv.", "Lists are files that end in .xlsx or .csv."),
)
OTHER_FILE = Message(
    "other-file",
    Text("Filen er ikke en liste, og er ikke lest.", "The file is no list, and is not read."),
    Text("", ""),
)
SUBFOLDER = Message(
    "subfolder",
    Text("Mappen i mappen er ikke lest.", "The folder inside the folder is not read."),
    Text("Skal listene i den med, oppgi den også.", "If its lists are meant, name it too."),
)
NOT_A_FILE = Message(
    "not-a-file",
    Text("«{path}» er verken en fil eller en mappe.", "'{path}' is neither a file nor a folder."),
    Text(
        "Oppgi en fil som slutter på .xlsx eller .csv, eller en mappe.",
        "Name a file that ends in .xlsx or .csv, or a folder.",
    ),
)
FILE_NAME_UNREADABLE = Message(
    "file-name-unreadable",
    Text(
        "Filnavnet «{path}» har tegn som ikke kan vises.", "The file name '{path}' has characters that cannot be shown."
    ),
    Text("Gi filen et nytt navn.", "Rename the file."),
)
UNREADABLE_FORMAT = Message(
    "unreadable-format",
    Text("Filer av typen {suffix} kan ikke leses.", "Files of the type {suffix} cannot be read."),
    Text("Åpne den i Excel og lagre den som .xlsx.", "Open it in Excel and save it as .xlsx."),
)
