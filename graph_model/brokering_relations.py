"""The kinds of relations of what is offered, needed and worked on together."""

from typing import Annotated

from graph_model import roles
from graph_model.brokering import CollaborationAbout, CollaborationLevel
from graph_model.kind import Column, Heading, Prop, Relation
from graph_model.nodes import Organisation
from graph_model.relations import WHO
from graph_model.text import Text

MATTER = Heading(Text("hva", "what"), ("tilbud", "behov", "samarbeid", "kartlegging", "navn", "name"))


class Offers(Relation):
    """An actor provides an education or a course."""

    label = Text("tilbyr", "offers")
    inverse = Text("tilbys av", "is offered by")
    about = Text("Hvem som gir utdanningen eller kurset.", "Who provides the education or the course.")
    ends = (roles.Actor, roles.Supply)
    sheet = Heading(Text("tilbydere", "providers"), ("hvem tilbyr hva", "tilbyr", "utdanningstilbydere", "offers"))
    start = Heading(Text("tilbyder", "provider"), WHO.words)
    end = Heading(Text("tilbud", "offering"), ("utdanning", "kurs", "studie", "course"))
    columns = (
        Column(
            roles.Supply,
            Heading(Text("tilbys av", "offered by"), ("tilbyder", "utdanningstilbyder", "leverandør", "provider")),
            holds="start",
        ),
    )


class HeldIn(Relation):
    """An offering is given in a region; a need, a collaboration or a survey is of it."""

    label = Text("gjelder i", "is held in")
    inverse = Text("har hos seg", "is the place of")
    about = Text("Regionen eller kommunen det gjelder.", "The region or municipality that it is of.")
    ends = (roles.Matter, roles.Area)
    sheet = Heading(Text("gjelder hvor", "held in"), ("hvor", "where"))
    start = MATTER
    end = Heading(Text("region", "region"), ("sted", "kommune", "område", "gis i", "holdes i", "place", "municipality"))
    columns = (Column(roles.Matter, end),)


class For(Relation):
    """An offering, a need, a collaboration or a survey is for a target group."""

    label = Text("er for", "is for")
    inverse = Text("får", "is served by")
    about = Text("Målgruppen det gjelder.", "The target group that it is for.")
    ends = (roles.Matter, roles.Group)
    sheet = Heading(Text("gjelder hvem", "for whom"), ("for hvem",))
    start = MATTER
    end = Heading(Text("målgruppe", "target group"), ("målgrupper", "gruppe", "for", "group", "whom"))
    columns = (Column(roles.Matter, end),)


class InField(Relation):
    """An offering, a need, a collaboration or a survey is about a field of education."""

    label = Text("er innen", "is in the field")
    inverse = Text("omfatter", "covers the subject")
    about = Text("Fagfeltet det gjelder.", "The field of education that it is about.")
    ends = (roles.Matter, roles.Subject)
    sheet = Heading(Text("gjelder hvilket fag", "in field"), ("innen",))
    start = MATTER
    end = Heading(Text("fagfelt", "field"), ("fag", "fagområde", "fagområder", "innen", "subject"))
    columns = (Column(roles.Matter, end),)


class Needs(Relation):
    """An actor has a need for competence."""

    label = Text("har behov for", "needs")
    inverse = Text("er behovet til", "is needed by")
    about = Text("Hvem som har behovet.", "Whose need it is.")
    ends = (roles.Actor, roles.Demand)
    sheet = Heading(Text("hvem har behov", "who needs what"), ("behovshavere",))
    start = WHO
    end = Heading(Text("behov", "need"), ("kompetansebehov",))
    columns = (
        Column(
            roles.Demand,
            Heading(Text("hvem", "whose"), ("aktør", "virksomhet", "meldt av", "behovshaver", "actor", "who")),
            holds="start",
        ),
    )


class Meets(Relation):
    """An offering meets a need, as a source says."""

    label = Text("dekker behovet", "meets")
    inverse = Text("dekkes av", "is met by")
    about = Text("Behovet som tilbudet dekker, når en kilde sier det.", "The need that it meets, where a source says.")
    ends = (roles.Supply, roles.Demand)
    sheet = Heading(Text("behovsdekning", "needs met"), ("dekker behov", "meets"))
    start = Heading(Text("tilbud", "offering"), ("utdanning", "kurs", "course"))
    end = Heading(Text("dekker behov", "meets need"), ("behov", "dekker", "need"))
    columns = (Column(roles.Supply, end),)


class TakesPartIn(Relation):
    """An actor takes part in a collaboration."""

    label = Text("deltar i", "takes part in")
    inverse = Text("har som deltaker", "has as a participant")
    about = Text("Hvem som er med i samarbeidet.", "Who is in the collaboration.")
    ends = (roles.Actor, roles.Joint)
    sheet = Heading(Text("samarbeidsparter", "parties"), ("parter", "partnere", "partners"))
    start = Heading(Text("part", "party"), (*WHO.words, "deltaker", "partner", "participant"))
    end = Heading(Text("samarbeid", "collaboration"), ("deltar i", "takes part in"))
    columns = (
        Column(
            roles.Joint,
            Heading(
                Text("parter", "parties"), ("part", "deltakere", "partnere", "aktører", "participants", "partners")
            ),
            holds="start",
        ),
    )


class ResultedIn(Relation):
    """A collaboration or a survey led to an offering, or brought a need to light."""

    label = Text("førte til", "resulted in")
    inverse = Text("kom av", "came of")
    about = Text("Tilbudet eller behovet som kom ut av det.", "The offering or the need that came of it.")
    ends = (roles.Cause, roles.Result)
    sheet = Heading(Text("resultater", "results"), ("førte til", "resultat"))
    start = Heading(Text("samarbeid eller kartlegging", "collaboration or survey"), ("samarbeid", "kartlegging"))
    end = Heading(Text("førte til", "resulted in"), ("resultat", "resulterte i", "result", "led to"))
    columns = (Column(roles.Cause, end),)


class Funds(Relation):
    """An actor pays for a programme, an offering, a network or a collaboration."""

    label = Text("finansierer", "funds")
    inverse = Text("finansieres av", "is funded by")
    about = Text("Hvem som betaler for hva.", "Who pays for what.")
    ends = (roles.Actor, roles.Funded)
    sheet = Heading(Text("finansiering", "funding"), ("tilskudd", "støtte", "midler", "grants"))
    start = Heading(Text("finansiert av", "funder"), (*WHO.words, "tilskuddsgiver", "giver", "fra aktør"))
    end = Heading(Text("finansierer", "funds"), ("hva", "mottaker", "formål", "what", "recipient"))

    amount: Annotated[
        float | None,
        Prop(
            Text("beløp", "amount"),
            Text("Hvor mye, i norske kroner, om det er kjent.", "How much, in Norwegian kroner, where known."),
            unit=Text("kroner", "NOK"),
            also=("kroner", "sum", "beløp i kroner", "nok"),
            example=Text("250000", "250000"),
        ),
    ] = None


class CollaboratesWith(Relation):
    """Two organisations work together; derived from the collaborations that they, or what they run or hold, are in.

    It holds both ways and stands once, from the organisation whose id comes first. It is there only for what is or was
    going on: not for what is planned, was attempted, or has ended nobody knows when.
    """

    label = Text("samarbeider med", "collaborates with")
    inverse = Text("samarbeider også med", "also collaborates with")
    about = Text(
        "To virksomheter samarbeider; utledet av samarbeidene de er med i.",
        "Two organisations work together; derived from the collaborations that they are in.",
    )
    ends = (Organisation, Organisation)
    listed = False
    sheet = Heading(Text("samarbeider med", "collaborates with"))
    start = Heading(Text("virksomhet", "organisation"))
    end = Heading(Text("samarbeider med", "collaborates with"))

    topics: Annotated[
        list[CollaborationAbout],
        Prop(Text("gjelder", "about"), Text("Hva samarbeidet gjelder.", "What the collaboration is about.")),
    ] = []
    level: Annotated[
        CollaborationLevel | None,
        Prop(Text("nivå", "level"), Text("Strategisk eller operativt.", "Strategic or operational.")),
    ] = None
    grounds: Annotated[
        list[str],
        Prop(
            Text("bygger på", "rests on"),
            Text("Nøklene til opplysningene det er utledet av.", "The keys of the facts that it is derived from."),
        ),
    ] = []
