"""Messages about the store that a graph is in."""

from graph_model.problems import Message
from graph_model.text import Text

NO_GRAPH = Message(
    "no-graph",
    Text("Det er ingen graf i «{folder}» ennå.", "There is no graph in '{folder}' yet."),
    Text(
        "Les inn lister med «kompetansegraf load MAPPE», eller prøv «kompetansegraf demo», med samme --store.",
        "Load lists with 'kompetansegraf load FOLDER', or try 'kompetansegraf demo', with the same --store.",
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
COPY_INTO_OTHERS = Message(
    "copy-into-others",
    Text("«{folder}» har andre lister fra før: {sources}.", "'{folder}' has other lists already: {sources}."),
    Text(
        "Kopier til et tomt sted, eller bruk --yes hvis alt som er der, skal fjernes og kopien tre i stedet.",
        "Copy to an empty place, or use --yes if all that is there is to go, and the copy to take its place.",
    ),
)
COPY_ONTO_ITSELF = Message(
    "copy-onto-itself",
    Text("«{folder}» er stedet det kopieres fra.", "'{folder}' is the place that is copied from."),
    Text("Oppgi et annet sted.", "Name another place."),
)
NO_STORE_NAME = Message(
    "no-store-name",
    Text("--store er tom.", "--store is empty."),
    Text(
        "Oppgi en mappe eller en adresse, eller ta bort valget og KOMPETANSEGRAF_STORE.",
        "Name a folder or an address, or leave out the option and KOMPETANSEGRAF_STORE.",
    ),
)
NOT_A_STORE = Message(
    "not-a-store",
    Text(
        "Mappen «{folder}» har andre filer i seg, og ingen graf: {files}.",
        "The folder '{folder}' has other files in it, and no graph: {files}.",
    ),
    Text("Velg en ny eller tom mappe med --store.", "Choose a new or empty folder with --store."),
)
COPY_DIFFERS = Message(
    "copy-differs",
    Text("Kopien i «{folder}» er ikke lik grafen.", "The copy in '{folder}' is not the same as the graph."),
    Text(
        "Noen kan ha lest inn lister samtidig: kopier på nytt. Skjer det igjen, meld fra med denne teksten.",
        "Somebody may have loaded lists meanwhile: copy again. If it recurs, report this text.",
    ),
)
