"""Messages about which node is meant."""

from graph_model.problems import Message
from graph_model.text import Text

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
