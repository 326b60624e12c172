"""Messages about the values of cells."""

from graph_model.problems import Message
from graph_model.text import Text

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
