"""Messages about a Neo4j server."""

from graph_model.problems import Message
from graph_model.text import Text

SERVER_ADDRESS = Message(
    "server-address",
    Text("«{address}» er ikke adressen til en Neo4j-tjener.", "'{address}' is not the address of a Neo4j server."),
    Text(
        "Skriv for eksempel neo4j+s://graf.eksempel.no eller bolt://localhost:7687, uten noe bak.",
        "Write for example neo4j+s://graph.example.org or bolt://localhost:7687, and nothing behind it.",
    ),
)
SERVER_ADDRESS_ALMOST = Message(
    "server-address-almost",
    Text(
        "«{address}» ligner en adresse, og er ikke navnet på en mappe med en graf.",
        "'{address}' looks like an address, and is not the name of a folder with a graph.",
    ),
    Text(
        "En adresse begynner med bolt:// eller neo4j://, som i bolt://localhost:7687. En mappe skrives ./navn.",
        "An address begins with bolt:// or neo4j://, as in bolt://localhost:7687. A folder is written ./name.",
    ),
)
SERVER_DATABASE_SYSTEM = Message(
    "server-database-system",
    Text("Databasen «system» er Neo4js egen.", "The database 'system' is Neo4j's own."),
    Text("Velg en annen med --database; ellers brukes neo4j.", "Choose another with --database; else it is neo4j."),
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
    Text(
        "Kontroller at den finnes, at {variable} er riktig skrevet, og at du har tilgang.",
        "Check that it is there, that {variable} is spelt right, and its rights.",
    ),
)
SERVER_PASSWORD_FILE_CODING = Message(
    "server-password-file-coding",
    Text("Filen «{path}» med passordet er ikke lagret som UTF-8.", "The file '{path}' with the password is not UTF-8."),
    Text(
        "Lagre den som UTF-8, med passordet alene på én linje (PowerShell: Set-Content -Encoding utf8).",
        "Save it as UTF-8, with the password alone on one line (PowerShell: Set-Content -Encoding utf8).",
    ),
)
SERVER_PASSWORD_FILE_EMPTY = Message(
    "server-password-file-empty",
    Text("Filen «{path}» med passordet er tom.", "The file '{path}' with the password is empty."),
    Text("Skriv passordet i den, alene på én linje.", "Write the password into it, alone on one line."),
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
SERVER_FINISHED = Message(
    "server-finished",
    Text(
        "En stor innlesing som var avbrutt, er gjort ferdig først.", "A large load that was cut off was finished first."
    ),
    Text("«kompetansegraf status» viser hva som er lest inn.", "'kompetansegraf status' shows what is loaded."),
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
