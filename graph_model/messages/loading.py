"""Messages about what a load or a removal would do."""

from graph_model.problems import Message
from graph_model.text import Text

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
