"""The words of a page that no kind and no question declares: headings, buttons, help, and what is said aloud."""

from graph_model.text import Text

PAGE_WORDS = {
    "skip": Text("Gå til tabellen", "Skip to the table"),
    "notes": Text("Merk", "Note"),
    "picture": Text("Bildet", "The picture"),
    "table": Text("Det samme som tabell", "The same as a table"),
    "table_help": Text(
        "Klikk på en overskrift for å sortere. Piltastene opp og ned flytter mellom radene, Enter velger.",
        "Click a heading to sort. The arrow keys up and down move between the rows, Enter selects.",
    ),
    "sources": Text("Kilder", "Sources"),
    "source": Text("Kilde {number}", "Source {number}"),
    "help": Text("Slik bruker du siden", "How to use this page"),
    "help_select": Text(
        "Klikk på et punkt, en linje eller en rad: Opplysningene, datoene og kildene kommer fram, og veien lyser opp "
        "i bildet og i tabellen. Esc nullstiller.",
        "Click a point, a line or a row: its facts, dates and sources appear, and its path lights up in the picture "
        "and in the table. Esc clears.",
    ),
    "help_move": Text(
        "Dra for å flytte bildet. Hold Ctrl nede og rull for å forstørre, eller bruk knappene.",
        "Drag to move the picture. Hold Ctrl and scroll to enlarge it, or use the buttons.",
    ),
    "help_keyboard": Text(
        "Uten mus: Søk etter et navn, eller gå gjennom radene i tabellen med piltastene. Når bildet er markert, "
        "flytter piltastene det, + og − forstørrer og forminsker, og 0 viser alt.",
        "Without a mouse: search for a name, or go through the rows of the table with the arrow keys. When the picture "
        "has focus, the arrow keys move it, + and − enlarge and shrink it, and 0 shows all of it.",
    ),
    "help_filter": Text(
        "Fjern et kryss i forklaringen for å skjule det som er av det slaget.",
        "Untick an entry of the legend to hide what is of that kind.",
    ),
    "kinds": Text("Punktene", "The points"),
    "relations": Text("Linjene", "The lines"),
    "search": Text("Søk etter navn", "Search by name"),
    "matches": Text("Treff", "Matches"),
    "match_count": Text("Antall treff: {count}", "Matches: {count}"),
    "no_match": Text("Ingen treff", "No matches"),
    "view": Text("Utsnitt", "View"),
    "enlarge": Text("Større", "Larger"),
    "shrink": Text("Mindre", "Smaller"),
    "whole": Text("Vis alt", "Show all"),
    "drawing": Text(
        "Bilde med {nodes} punkter og {edges} linjer; tabellen under viser det samme",
        "Picture of {nodes} points and {edges} lines; the table below shows the same",
    ),
    "panel": Text("Det du har valgt", "What you have selected"),
    "panel_empty": Text(
        "Klikk på et punkt, en linje eller en rad, så står opplysningene og kildene her.",
        "Click a point, a line or a row, and its facts and sources appear here.",
    ),
    "clear": Text("Nullstill", "Clear"),
    "back_to_row": Text("Tilbake til raden", "Back to the row"),
    "also": Text("Også kalt", "Also called"),
    "facts": Text("Opplysninger", "Facts"),
    "links": Text("Forbindelser", "Connections"),
    "all_links": Text("Vis alle {count}", "Show all {count}"),
    "selected": Text("Valgt: {name}. Rader i tabellen: {rows}.", "Selected: {name}. Rows in the table: {rows}."),
    "cleared": Text("Ingenting er valgt.", "Nothing is selected."),
    "sorted_ascending": Text("Sortert etter {column}, stigende.", "Sorted by {column}, ascending."),
    "sorted_descending": Text("Sortert etter {column}, synkende.", "Sorted by {column}, descending."),
    "no_script": Text(
        "Bildet kan ikke vises her, fordi skript er slått av. Tabellen og kildene nedenfor er hele svaret.",
        "The picture cannot be shown here, because scripts are switched off. The table and the sources below are the "
        "whole answer.",
    ),
    "made": Text(
        "Laget med Kompetansegraf. Alt ligger i denne filen; den henter ingenting fra nettet.",
        "Made with Kompetansegraf. Everything is in this file; it fetches nothing from the network.",
    ),
}
"""What the page says, by what for."""
