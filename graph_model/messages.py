"""The messages that belong to no declaration: one catalogue, in both languages."""

from graph_model.problems import Message
from graph_model.text import Text

NOTHING = Text("", "")

# --- files -----------------------------------------------------------------------------------------------------------
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
    NOTHING,
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

# --- the store -------------------------------------------------------------------------------------------------------
NO_GRAPH = Message(
    "no-graph",
    Text("Det er ingen graf i «{folder}» ennå.", "There is no graph in '{folder}' yet."),
    Text(
        "Les inn lister med «kompetansegraf load MAPPE», eller prøv «kompetansegraf demo».",
        "Load lists with 'kompetansegraf load FOLDER', or try 'kompetansegraf demo'.",
    ),
)
GRAPH_UNREADABLE = Message(
    "graph-unreadable",
    Text(
        "Grafen i «{folder}» er laget med en annen versjon av programmet, eller er skadet.",
        "The graph in '{folder}' was made by another version of the program, or is damaged.",
    ),
    Text(
        "Les inn en av listene på nytt, så bygges den opp igjen.",
        "Load one of the lists again, and it is rebuilt.",
    ),
)
STORE_UNREADABLE = Message(
    "store-unreadable",
    Text("Mappen «{folder}» kan ikke leses.", "The folder '{folder}' cannot be read."),
    Text("Kontroller at du har tilgang til den, eller velg en annen med --store.", "Check its rights, or set --store."),
)
STORE_DAMAGED = Message(
    "store-damaged",
    Text("Grafen i «{folder}» er skadet.", "The graph in '{folder}' is damaged."),
    Text(
        "Hent mappen fra en sikkerhetskopi, eller les inn alle listene i en ny mappe med --store.",
        "Restore the folder from a backup, or load all lists into a new folder with --store.",
    ),
)
STORE_IS_A_FILE = Message(
    "store-is-a-file",
    Text("«{folder}» er en fil, ikke en mappe.", "'{folder}' is a file, not a folder."),
    Text("Velg en mappe med --store.", "Choose a folder with --store."),
)
STORE_UNWRITABLE = Message(
    "store-unwritable",
    Text(
        "Grafen kan ikke skrives i «{folder}»; den er som før.",
        "The graph cannot be written to '{folder}'; it is as before.",
    ),
    Text(
        "Kontroller at det er plass på disken og at du kan skrive der, eller velg en annen mappe med --store.",
        "Check that there is room on the disk and that you may write there, or choose another folder with --store.",
    ),
)
STORE_BUSY = Message(
    "store-busy",
    Text("En annen innlesing til «{folder}» er i gang.", "Another load into '{folder}' is running."),
    Text("Vent til den er ferdig, og prøv igjen.", "Wait until it has finished, and try again."),
)
BUILD_FAILED = Message(
    "build-failed",
    Text(
        "Grafmotoren stoppet mens grafen ble bygget i «{folder}» ({detail}). Grafen er som før.",
        "The graph engine stopped while the graph was built in '{folder}' ({detail}). The graph is as before.",
    ),
    Text("Prøv igjen. Skjer det på nytt, meld fra med denne teksten.", "Try again. If it recurs, report this text."),
)

# --- a Neo4j server --------------------------------------------------------------------------------------------------
SERVER_ADDRESS = Message(
    "server-address",
    Text("«{address}» er ikke adressen til en Neo4j-tjener.", "'{address}' is not the address of a Neo4j server."),
    Text(
        "Skriv for eksempel neo4j+s://graf.eksempel.no eller bolt://localhost:7687, uten noe bak.",
        "Write for example neo4j+s://graph.example.org or bolt://localhost:7687, and nothing behind it.",
    ),
)
SERVER_PASSWORD_IN_ADDRESS = Message(
    "server-password-in-address",
    Text(
        "Adressen kan ikke ha bruker og passord i seg: den blir synlig for andre på maskinen og i logger.",
        "The address cannot have a user and a password in it: others on the machine, and logs, would see it.",
    ),
    Text(
        "Ta dem ut, sett brukeren med --user og passordet i miljøvariabelen {variable}, og bytt passord.",
        "Take them out, set the user with --user and the password in the environment variable {variable}, and change "
        "the password.",
    ),
)
SERVER_UNENCRYPTED = Message(
    "server-unencrypted",
    Text(
        "«{address}» er en annen maskin, og forbindelsen er ikke kryptert: andre kan lese passordet og grafen.",
        "'{address}' is another machine, and the connection is not encrypted: others can read the password and the "
        "graph.",
    ),
    Text(
        "Bruk {encrypted}, eller --unencrypted hvis nettet er trygt.",
        "Use {encrypted}, or --unencrypted where the network is safe.",
    ),
)
SERVER_PASSWORD_MISSING = Message(
    "server-password-missing",
    Text("Passordet til Neo4j mangler.", "The password for Neo4j is missing."),
    Text(
        "Sett det i miljøvariabelen {variable}, eller navnet på en fil som har det, i {file}.",
        "Set it in the environment variable {variable}, or the name of a file that has it in {file}.",
    ),
)
SERVER_PASSWORD_FILE = Message(
    "server-password-file",
    Text("Filen «{path}» med passordet kan ikke leses.", "The file '{path}' with the password cannot be read."),
    Text("Rett {variable}, eller gi deg selv tilgang til filen.", "Correct {variable}, or the rights of the file."),
)
SERVER_UNREACHABLE = Message(
    "server-unreachable",
    Text("Ingen Neo4j-tjener svarer på {address}.", "No Neo4j server answers at {address}."),
    Text(
        "Kontroller adressen og porten, at tjeneren er startet, og at nettet slipper deg fram.",
        "Check the address and the port, that the server has started, and that the network lets you through.",
    ),
)
SERVER_ROUTING = Message(
    "server-routing",
    Text(
        "Tjeneren på {address} viser videre til en adresse som ikke kan nås herfra, eller svarer ikke.",
        "The server at {address} points to an address that cannot be reached from here, or does not answer.",
    ),
    Text(
        "Er det én maskin og ingen klynge, skriv bolt:// i stedet for neo4j://. Kontroller ellers at den er startet.",
        "If it is one machine and no cluster, write bolt:// instead of neo4j://. Else check that it has started.",
    ),
)
SERVER_ENCRYPTION = Message(
    "server-encryption",
    Text(
        "{address} og tjeneren er ikke enige om kryptering, eller tjenerens sertifikat er ikke godkjent.",
        "{address} and the server do not agree about encryption, or its certificate is not trusted.",
    ),
    Text(
        "Spør den som driver tjeneren: +s bak neo4j eller bolt er kryptert, uten er ukryptert.",
        "Ask who runs the server: with +s behind neo4j or bolt it is encrypted, without it is not.",
    ),
)
SERVER_LOST = Message(
    "server-lost",
    Text("Forbindelsen til {address} ble brutt.", "The connection to {address} was lost."),
    Text(
        "Kontroller at tjeneren går, og prøv igjen. En innlesing er helt med eller ikke: se «kompetansegraf status».",
        "Check that the server runs, and try again. A load is in whole or not at all: 'kompetansegraf status'.",
    ),
)
SERVER_LOGIN_WRONG = Message(
    "server-login-wrong",
    Text(
        "Neo4j på {address} godtar ikke bruker og passord.", "Neo4j at {address} does not take the user and password."
    ),
    Text(
        "Kontroller --user og KOMPETANSEGRAF_NEO4J_PASSWORD (eller filen som har passordet).",
        "Check --user and KOMPETANSEGRAF_NEO4J_PASSWORD (or the file that has the password).",
    ),
)
SERVER_LOGIN_OFTEN = Message(
    "server-login-often",
    Text(
        "Neo4j på {address} har stengt for brukeren en stund, etter for mange feil passord.",
        "Neo4j at {address} has shut the user out for a while, after too many wrong passwords.",
    ),
    Text("Vent litt, og prøv igjen med riktig passord.", "Wait a little, and try again with the right password."),
)
SERVER_PASSWORD_EXPIRED = Message(
    "server-password-expired",
    Text(
        "Passordet til Neo4j på {address} må byttes før det kan brukes.",
        "The password for Neo4j at {address} must be changed before it can be used.",
    ),
    Text("Bytt det i Neo4j Browser eller cypher-shell.", "Change it in Neo4j Browser or cypher-shell."),
)
SERVER_FORBIDDEN = Message(
    "server-forbidden",
    Text("Brukeren har ikke lov til dette på {address}.", "The user may not do this at {address}."),
    Text(
        "Be den som driver tjeneren om rettigheter, eller velg en annen bruker med --user.", "Ask who runs the server."
    ),
)
SERVER_DATABASE_MISSING = Message(
    "server-database-missing",
    Text("{address} har ingen database «{database}».", "{address} has no database '{database}'."),
    Text(
        "Kontroller --database. Community-utgaven har bare én, som heter neo4j.",
        "Check --database. The Community edition has one alone, called neo4j.",
    ),
)
SERVER_DATABASE_UNAVAILABLE = Message(
    "server-database-unavailable",
    Text("Databasen på {address} er ikke klar.", "The database at {address} is not ready."),
    Text("Vent til tjeneren er oppe, og prøv igjen.", "Wait until the server is up, and try again."),
)
SERVER_MEMORY = Message(
    "server-memory",
    Text(
        "Tjeneren på {address} har for lite minne til dette.", "The server at {address} has too little memory for this."
    ),
    Text(
        "Be den som driver den om mer (server.memory.heap.max_size), og prøv igjen.",
        "Ask who runs it for more (server.memory.heap.max_size), and try again.",
    ),
)
SERVER_OTHER_DATA = Message(
    "server-other-data",
    Text(
        "Databasen på {address} har noe annet i seg enn en graf fra Kompetansegraf.",
        "The database at {address} has something else in it than a graph of Kompetansegraf.",
    ),
    Text(
        "Bruk en tom database, med --database eller en annen adresse.",
        "Use an empty one: --database, or another address.",
    ),
)
SERVER_LOADING = Message(
    "server-loading",
    Text(
        "En stor innlesing til {address} er i gang, eller ble avbrutt: grafen er ikke hel akkurat nå.",
        "A large load into {address} is running, or was cut off: the graph is not whole just now.",
    ),
    Text(
        "Vent til den er ferdig. Ble den avbrutt, fullføres den av neste innlesing: les inn en av listene på nytt.",
        "Wait until it has finished. If it was cut off, the next load finishes it: load one of the lists again.",
    ),
)
SERVER_CHANGED = Message(
    "server-changed",
    Text("Grafen på {address} ble endret mens dette pågikk.", "The graph at {address} was changed meanwhile."),
    Text("Prøv igjen.", "Try again."),
)
SERVER_ALTERED = Message(
    "server-altered",
    Text(
        "Noe annet enn Kompetansegraf har endret grafen på {address}: {found} av {rows} rader fant plassen sin.",
        "Something else than Kompetansegraf has changed the graph at {address}: {found} of {rows} rows found their "
        "place.",
    ),
    Text(
        "Prøv igjen, så rettes den opp. Skjer det på nytt, meld fra med denne teksten.",
        "Try again, and it is corrected. If it recurs, report this text.",
    ),
)
SERVER_REFUSED = Message(
    "server-refused",
    Text("Neo4j på {address} stoppet med en feil: {detail}", "Neo4j at {address} stopped with an error: {detail}"),
    Text(
        "Meld fra med denne teksten. En innlesing er helt med eller ikke: se «kompetansegraf status».",
        "Report this text. A load is in whole or not at all: 'kompetansegraf status'.",
    ),
)
COPY_INTO_OTHERS = Message(
    "copy-into-others",
    Text("«{folder}» har andre lister fra før: {sources}.", "'{folder}' has other lists already: {sources}."),
    Text(
        "Kopier til et tomt sted, eller bruk --yes hvis de skal erstattes.",
        "Copy to an empty place, or use --yes if they are to be replaced.",
    ),
)
COPY_DIFFERS = Message(
    "copy-differs",
    Text("Kopien i «{folder}» er ikke lik grafen.", "The copy in '{folder}' is not the same as the graph."),
    Text(
        "Noen kan ha lest inn lister samtidig: kopier på nytt. Skjer det igjen, meld fra med denne teksten.",
        "Somebody may have loaded lists meanwhile: copy again. If it recurs, report this text.",
    ),
)

# --- identity and references -----------------------------------------------------------------------------------------
AMBIGUOUS_ROW = Message(
    "ambiguous-row",
    Text("«{name}» kan være flere: {candidates}.", "'{name}' may be several: {candidates}."),
    Text(
        "Oppgi organisasjonsnummer eller kommune, så raden gjelder bare én av dem.",
        "Give an organisation number or a municipality, so that the row is of one of them only.",
    ),
)
UNKNOWN_REFERENCE = Message(
    "unknown-reference",
    Text("«{name}» er ikke kjent ({role}).", "'{name}' is not known ({role})."),
    Text(
        "Rett navnet, eller legg til en rad om den i listene.", "Correct the name, or add a row about it to the lists."
    ),
)
UNKNOWN_ACTOR = Message(
    "unknown-actor",
    Text("«{name}» er ikke kjent ({role}).", "'{name}' is not known ({role})."),
    Text(
        "Rett navnet, eller legg til en rad om den i listene («load --create-missing» lager en virksomhet av navnet).",
        "Correct the name, or add a row about it ('load --create-missing' makes an organisation of the name).",
    ),
)
UNKNOWN_REFERENCE_NEAR = Message(
    "unknown-reference-near",
    Text("«{name}» er ikke kjent ({role}).", "'{name}' is not known ({role})."),
    Text("Mente du {nearest}?", "Did you mean {nearest}?"),
)
SEVERAL_IN_ONE = Message(
    "several-in-one",
    Text("«{name}» er ikke kjent ({role}).", "'{name}' is not known ({role})."),
    Text(
        "Er det flere navn, skill dem med semikolon (;).",
        "If these are several names, separate them with semicolons (;).",
    ),
)
AMBIGUOUS_REFERENCE = Message(
    "ambiguous-reference",
    Text("«{name}» passer på flere: {candidates}.", "'{name}' fits several: {candidates}."),
    Text("Skriv id-en til den du mener.", "Write the id of the one that you mean."),
)
SELF_LOOP = Message(
    "self-loop",
    Text("«{name}» {relation} seg selv.", "'{name}' {relation} itself."),
    Text("Rett den ene av de to.", "Correct one of the two."),
)
CYCLE = Message(
    "cycle",
    Text("Det går i ring: {chain}.", "This goes in a circle: {chain}."),
    Text("Fjern en av radene i ringen.", "Remove one of the rows of the circle."),
)
CONTRADICTION = Message(
    "contradiction",
    Text(
        "{what} har to verdier for «{field}»: «{first}» ({other}) og «{second}».",
        "{what} has two values for '{field}': '{first}' ({other}) and '{second}'.",
    ),
    Text("Rett den ene raden, eller slett den.", "Correct one of the rows, or delete it."),
)

# --- loading ---------------------------------------------------------------------------------------------------------
OTHER_FOLDER = Message(
    "other-folder",
    Text(
        "Kilden «{source}» er lest inn før fra en annen mappe ({folder}).",
        "The source '{source}' was loaded before from another folder ({folder}).",
    ),
    Text(
        "Er det samme liste, bruk --yes. Er det en annen, gi den et eget navn med --source.",
        "If it is the same list, use --yes. If it is another, name it with --source.",
    ),
)
LOST_HALF = Message(
    "lost-half",
    Text(
        "«{source}» har mistet {gone} av {before} opplysninger siden sist.",
        "'{source}' has lost {gone} of {before} facts since the last load.",
    ),
    Text("Er det meningen, bruk --yes.", "If that is meant, use --yes."),
)
UNKNOWN_SOURCE = Message(
    "unknown-source",
    Text("Kilden «{source}» er ikke lest inn.", "The source '{source}' is not loaded."),
    Text("Det som er lest inn: {known}", "What is loaded: {known}"),
)
UNKNOWN_SOURCE_NEAR = Message(
    "unknown-source-near",
    Text("Kilden «{source}» er ikke lest inn.", "The source '{source}' is not loaded."),
    Text(
        "Mente du «{nearest}»? «kompetansegraf status» viser hva som er lest inn.",
        "Did you mean '{nearest}'? 'kompetansegraf status' shows what is loaded.",
    ),
)

# --- cells -----------------------------------------------------------------------------------------------------------
NATIONAL_ID = Message(
    "national-id",
    Text("Cellen kan inneholde et fødselsnummer, og vises ikke.", "The cell may hold a national identity number."),
    Text("Fjern det fra listen; det skal ikke lagres her.", "Remove it from the list; it must not be kept here."),
)
NUMBER_IN_SCIENTIFIC_FORM = Message(
    "number-in-scientific-form",
    Text("«{value}» er et nummer som regnearket har avrundet.", "'{value}' is a number that the spreadsheet rounded."),
    Text("Gjør kolonnen om til tekst og skriv nummeret på nytt.", "Make the column text and write the number again."),
)
DATE_AS_SERIAL = Message(
    "date-as-serial",
    Text("«{value}» er regnearkets interne tall for en dato.", "'{value}' is the spreadsheet's own number for a date."),
    Text("Er det {meant}? Formater kolonnen som dato.", "Is it {meant}? Format the column as a date."),
)
DATE_SHORT_YEAR = Message(
    "date-short-year",
    Text("«{value}» har et årstall med to siffer.", "'{value}' has a year of two digits."),
    Text("Skriv året med fire siffer, som 17.05.2024.", "Write the year with four digits, as 17.05.2024."),
)
DATE_ORDER_UNCERTAIN = Message(
    "date-order-uncertain",
    Text("«{value}» kan være {one} eller {other}.", "'{value}' can be {one} or {other} (day first)."),
    Text("Skriv den av dem som er riktig.", "Write the right one of them."),
)
BAD_DATE = Message(
    "bad-date",
    Text("«{value}» er ikke en dato.", "'{value}' is not a date."),
    Text("Skriv 2024, 2024-05 eller 17.05.2024.", "Write 2024, 2024-05 or 17.05.2024."),
)
BAD_NUMBER = Message(
    "bad-number",
    Text("«{value}» er ikke et tall.", "'{value}' is not a number."),
    Text(
        "Skriv bare tallet, uten enhet og andre tegn, som 1234,5.", "Write only the number, without a unit, as 1234.5."
    ),
)
NUMBER_TOO_LARGE = Message(
    "number-too-large",
    Text("«{value}» er for stort til å være nøyaktig.", "'{value}' is too large to be exact."),
    Text("Er det et nummer, gjør kolonnen om til tekst.", "If it is an identifier, make the column text."),
)
BELOW_ZERO = Message(
    "below-zero",
    Text("«{value}» er mindre enn null.", "'{value}' is less than zero."),
    Text(
        "Skriv tallet uten minustegn, eller la cellen være tom.", "Write it without a minus, or leave the cell empty."
    ),
)
NOT_A_COUNT = Message(
    "not-a-count",
    Text("«{value}» er ikke et antall.", "'{value}' is not a count."),
    Text("Skriv et helt tall, null eller større.", "Write a whole number, zero or more."),
)
UNKNOWN_CHOICE = Message(
    "unknown-choice",
    Text("«{value}» er ikke blant de faste verdiene.", "'{value}' is not among the fixed values."),
    Text("Velg mellom {allowed}, eller la cellen være tom.", "Choose among {allowed}, or leave the cell empty."),
)
UNKNOWN_CHOICE_NEAR = Message(
    "unknown-choice-near",
    Text("«{value}» er ikke blant de faste verdiene.", "'{value}' is not among the fixed values."),
    Text(
        "Mente du «{nearest}»? Velg mellom {allowed}, eller la cellen være tom.",
        "Did you mean '{nearest}'? Choose among {allowed}, or leave the cell empty.",
    ),
)
BAD_ADDRESS = Message(
    "bad-address",
    Text("«{value}» er ikke en adresse.", "'{value}' is not an address."),
    Text(
        "Skriv den som www.kommune.no eller post@kommune.no, eller la cellen være tom.",
        "Write it as www.body.no or post@body.no, or leave the cell empty.",
    ),
)
PERSONAL_ADDRESS = Message(
    "personal-address",
    Text(
        "E-postadressen ser ut til å tilhøre en person, og er utelatt.", "The address seems a person's; it is left out."
    ),
    Text("Bruk en felles postkasse, som post@kommune.no.", "Use a shared mailbox such as post@body.no."),
)
ORGANISATION_NUMBER_LENGTH = Message(
    "organisation-number-length",
    Text(
        "«{value}» er ikke et organisasjonsnummer; det har ni siffer.",
        "'{value}' is no organisation number; it has nine digits.",
    ),
    Text("Mangler det et siffer, eller er det ett for mye?", "Is a digit missing, or one too many?"),
)
ORGANISATION_NUMBER_CHECK_DIGIT = Message(
    "organisation-number-check-digit",
    Text("«{value}» har feil kontrollsiffer.", "'{value}' has a wrong check digit."),
    Text(
        "Er to siffer byttet om? Se etter i Enhetsregisteret.",
        "Are two digits swapped? Look it up in Enhetsregisteret.",
    ),
)
REGION_NUMBER_LENGTH = Message(
    "region-number-length",
    Text(
        "«{value}» er ikke et kommune- eller fylkesnummer.", "'{value}' is not the number of a municipality or county."
    ),
    Text("En kommune har fire siffer, et fylke to.", "A municipality has four digits, a county two."),
)
END_BEFORE_START = Message(
    "end-before-start",
    Text(
        "Slutten ({until}) kommer før begynnelsen ({since}).", "The end ({until}) comes before the beginning ({since})."
    ),
    Text("Rett en av datoene.", "Correct one of the dates."),
)
TOO_LONG = Message(
    "too-long",
    Text("Teksten «{value}» er for lang.", "The text '{value}' is too long."),
    Text("Den kan ha 500 tegn.", "It may have 500 characters."),
)

# --- sheets and columns ----------------------------------------------------------------------------------------------
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
    NOTHING,
)
PERSONAL_COLUMNS = Message(
    "personal-columns",
    Text(
        "Kolonner som ser ut til å inneholde personopplysninger, er utelatt: {columns}.",
        "Columns that seem to hold personal data are left out: {columns}.",
    ),
    NOTHING,
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
    NOTHING,
)
SKIPPED_REMARK = Message(
    "skipped-remark",
    Text(
        "Raden er en merknad under tabellen, og er ikke lest.", "The row is a remark under the table, and is not read."
    ),
    NOTHING,
)
SKIPPED_HEADER = Message(
    "skipped-header",
    Text("Raden er overskriftene en gang til, og er ikke lest.", "The row is the headers once more, and is not read."),
    NOTHING,
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
    NOTHING,
)
DOUBLE_SOURCE = Message(
    "double-source",
    Text("To filer heter «{source}».", "Two files are called '{source}'."),
    Text("Les dem inn hver for seg, med hvert sitt --source.", "Load them one by one, each with its own --source."),
)

# --- questions -------------------------------------------------------------------------------------------------------
BAD_AS_OF = Message(
    "bad-as-of",
    Text("«{value}» er ikke en dato.", "'{value}' is not a date."),
    Text(
        "Skriv en dato, en måned, et år eller «alle»: 2024-05-17, 2024-05, 2024.",
        "Write a date, a month, a year or 'all': 2024-05-17, 2024-05, 2024.",
    ),
)
MISSING_PARAMETER = Message(
    "missing-parameter",
    Text("Spørsmålet «{question}» trenger {option}.", "The question '{question}' needs {option}."),
    Text(
        "Skriv «kompetansegraf run {question} --help» for å se hva det tar.",
        "'kompetansegraf run {question} --help' shows what it takes.",
    ),
)
NOT_A_CHOICE_HERE = Message(
    "not-a-choice-here",
    Text("{option} kan ikke være «{value}».", "{option} cannot be '{value}'."),
    Text("Velg mellom {allowed}.", "Choose among {allowed}."),
)
NONE_OF_THE_KIND = Message(
    "none-of-the-kind",
    Text(
        "Ingen {role} i grafen heter «{name}»; grafen har ingen {role} ennå.",
        "No {role} in the graph is called '{name}'; the graph has no {role} yet.",
    ),
    Text("Les inn en liste som heter «{sheet}».", "Load a list that is called '{sheet}'."),
)
UNKNOWN_NAME = Message(
    "unknown-name",
    Text("Ingen {role} i grafen heter «{name}».", "No {role} in the graph is called '{name}'."),
    Text(
        "Kontroller skrivemåten, eller les inn listen der den står.",
        "Check the spelling, or load the list that has it.",
    ),
)
UNKNOWN_NAME_NEAR = Message(
    "unknown-name-near",
    Text("Ingen {role} i grafen heter «{name}».", "No {role} in the graph is called '{name}'."),
    Text("Mente du {nearest}?", "Did you mean {nearest}?"),
)
AMBIGUOUS_NAME = Message(
    "ambiguous-name",
    Text("«{name}» passer på flere: {candidates}.", "'{name}' fits several: {candidates}."),
    Text("Skriv id-en til den du mener.", "Write the id of the one that you mean."),
)

# --- the program itself ----------------------------------------------------------------------------------------------
FILE_EXISTS = Message(
    "file-exists",
    Text("«{path}» finnes fra før, og er ikke skrevet over.", "'{path}' already exists, and was not overwritten."),
    Text("Oppgi et nytt filnavn.", "Name a new file."),
)
WRONG_ENDING = Message(
    "wrong-ending",
    Text("«{path}» slutter ikke på {ending}.", "'{path}' does not end in {ending}."),
    Text("Gi filen et navn som slutter på {ending}.", "Give the file a name that ends in {ending}."),
)
SHEET_FULL = Message(
    "sheet-full",
    Text(
        "Arket «{sheet}» ville fått flere rader enn en arbeidsbok bør ha ({most}).",
        "The sheet '{sheet}' would get more rows than a workbook should have ({most}).",
    ),
    Text("Velg en del av grafen med --region.", "Choose a part of the graph with --region."),
)
NOTHING_EXPORTED = Message(
    "nothing-exported",
    Text(
        "Grafen er tom; det som er skrevet, har ingenting fra den.",
        "The graph is empty; what is written has nothing of it.",
    ),
    Text("Les inn lister først, med «kompetansegraf load».", "Load lists first, with 'kompetansegraf load'."),
)
NOTHING_OF_THE_REGION = Message(
    "nothing-of-the-region",
    Text(
        "Ingenting i grafen er knyttet til {region}; bare regioner er skrevet.",
        "Nothing in the graph is of {region}; only regions are written.",
    ),
    Text("Kontroller at listene sier hvor aktørene er.", "Check that the lists say where the actors are."),
)
DISPUTES_NOT_EXPORTED = Message(
    "disputes-not-exported",
    Text(
        "Der kilder er uenige, er bare verdien som vises, skrevet. Verdier som er utelatt: {count}.",
        "Where sources disagree, only the value that is shown is written. Values that were left out: {count}.",
    ),
    NOTHING,
)
NODES_NOT_EXPORTED = Message(
    "nodes-not-exported",
    Text(
        "Utelatt, fordi det de hører til, mangler: {names}.", "Left out, since what they belong to is missing: {names}."
    ),
    Text("Les inn listen som har det, og skriv filen på nytt.", "Load the list that has it, and write the file again."),
)
NOT_SKIPPED = Message(
    "not-skipped",
    Text(
        "Feil i hele filer eller kolonner kan ikke hoppes over.", "Errors of whole files or columns cannot be skipped."
    ),
    Text("Rett dem, og prøv igjen.", "Correct them, and try again."),
)
FILE_UNWRITABLE = Message(
    "file-unwritable",
    Text("«{path}» kan ikke skrives.", "'{path}' cannot be written."),
    Text("Er den åpen i et annet program, eller mangler mappen?", "Is it open elsewhere, or is its folder missing?"),
)
ANSWER_TOO_LONG = Message(
    "answer-too-long",
    Text("Svaret har flere rader enn et ark kan ha ({most}).", "The answer has more rows than a sheet can ({most})."),
    Text("Bruk --csv, eller spør om mindre.", "Use --csv, or ask for less."),
)
INTERRUPTED = Message("interrupted", Text("Avbrutt.", "Interrupted."), NOTHING)
FAULT = Message(
    "fault",
    Text("Noe gikk galt i programmet ({kind}).", "Something went wrong in the program ({kind})."),
    Text(
        "Detaljene er skrevet til {file}; send den til den som drifter det.", "See {file}; send it to who maintains it."
    ),
)
