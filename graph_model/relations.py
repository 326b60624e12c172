"""The kinds of relations, with the sheets and columns that carry them."""

from typing import Annotated

from graph_model import roles
from graph_model.kind import Column, Heading, Prop, Relation
from graph_model.nodes import NetworkType
from graph_model.text import Text
from graph_model.values import Choice

WHO = Heading(Text("aktør", "actor"), ("hvem", "navn", "who", "name", "virksomhet", "organisasjon", "organisation"))
REGION = Heading(Text("region", "region"), ("kommune", "område", "sted", "municipality", "area"))


class PartOf(Relation):
    """A region is part of a wider one, a unit of its organisation, a sub-pilot of its pilot."""

    label = Text("er del av", "is part of")
    inverse = Text("har som del", "has as a part")
    about = Text("Hører til en større helhet av samme slag.", "Belongs to a larger whole of the same kind.")
    ends = (roles.Composite, roles.Composite)
    alike = True
    sheet = Heading(Text("tilhørighet", "part of"), ("del av", "deler", "inndeling", "parts"))
    start = Heading(Text("del", "part"), ("navn", "name", "enhet"))
    end = Heading(Text("del av", "part of"), ("tilhører", "overordnet", "helhet", "whole", "parent"))
    columns = (Column(roles.Composite, end),)


class Broader(Relation):
    """A target group, a field or a type of actor has a broader one."""

    label = Text("hører under", "falls under")
    inverse = Text("omfatter", "includes")
    about = Text("Hører under noe videre av samme slag.", "Falls under a broader one of the same kind.")
    ends = (roles.Graded, roles.Graded)
    alike = True
    sheet = Heading(Text("gruppehierarki", "broader groups"), ("hierarki", "hierarchy"))
    start = Heading(Text("gruppe", "group"), ("målgruppe", "fagfelt", "navn", "name", "target group", "field"))
    end = Heading(Text("overordnet gruppe", "broader group"), ("overordnet", "hører under", "broader", "parent"))
    columns = (
        Column(roles.Group, end),
        Column(roles.Subject, Heading(Text("overordnet fagfelt", "broader field"), end.also)),
    )


class LocatedIn(Relation):
    """An organisation or a network has its place in a municipality or another region."""

    label = Text("holder til i", "is located in")
    inverse = Text("er sted for", "is the place of")
    about = Text("Hvor virksomheten holder til.", "Where the organisation is.")
    ends = (roles.Located, roles.Area)
    sheet = Heading(Text("plassering", "locations"), ("lokalisering", "steder"))
    start = WHO
    end = Heading(Text("kommune", "municipality"), ("sted", "lokalisert i", "kommunenr", "located in", "place"))
    columns = (Column(roles.Located, end),)
    tells_apart = "place"


class Covers(Relation):
    """An actor works in a region, wherever it is located."""

    label = Text("dekker", "covers")
    inverse = Text("dekkes av", "is covered by")
    about = Text("Regionen som aktøren arbeider i.", "The region that the actor works in.")
    ends = (roles.Actor, roles.Area)
    sheet = Heading(Text("dekning", "coverage"), ("dekker", "nedslagsfelt", "covers"))
    start = WHO
    end = Heading(Text("dekker", "covers"), ("region", "dekker region", "nedslagsfelt", "virkeområde", "coverage"))
    columns = (Column(roles.Actor, end),)


class MemberRole(Choice):
    """What a member does in what it is a member of."""

    LEADER = "leader", "leder", "leader", "ledelse", "leads"
    SECRETARIAT = "secretariat", "sekretariat", "secretariat", "sekretær"
    OWNER = "owner", "eier", "owner"
    MEMBER = "member", "medlem", "member", "deltaker", "deltar", "participant"
    OBSERVER = "observer", "observatør", "observer"


class MemberOf(Relation):
    """An actor belongs to a network, a forum or a council, by name."""

    label = Text("er medlem av", "is a member of")
    inverse = Text("har som medlem", "has as a member")
    about = Text("Deltar ved navn i et nettverk, et forum eller et råd.", "Takes part by name.")
    ends = (roles.Actor, roles.Gathering)
    sheet = Heading(Text("medlemskap", "memberships"), ("medlemmer", "deltakere", "members", "participants"))
    start = Heading(Text("medlem", "member"), (*WHO.words, "deltaker", "participant"))
    end = Heading(
        Text("medlem av", "member of"), ("nettverk", "forum", "råd", "nettverk eller forum", "network", "council")
    )

    role: Annotated[
        MemberRole | None,
        Prop(
            Text("rolle", "role"),
            Text("Hva medlemmet gjør der: leder, sekretariat, eier ...", "What the member does: leads, owns ..."),
        ),
    ] = None


class Runs(Relation):
    """An organisation or another actor is responsible for the running of something."""

    label = Text("driver", "runs")
    inverse = Text("drives av", "is run by")
    about = Text("Har ansvaret for driften.", "Is responsible for running it.")
    ends = (roles.Actor, roles.Run)
    sheet = Heading(Text("drift", "operation"), ("driver", "ansvar", "hvem driver hva", "runs", "who runs what"))
    start = WHO
    end = Heading(Text("driver", "runs"), ("ansvarlig for", "hva", "responsible for", "what"))
    columns = (
        Column(
            roles.Run,
            Heading(
                Text("drives av", "run by"),
                ("ansvarlig", "eier", "i regi av", "gjennomført av", "operated by", "responsible"),
            ),
            holds="start",
        ),
    )


class HeldAt(Relation):
    """A position is held at an organisation or a programme; the position's dates are those of this."""

    label = Text("er stilling ved", "is held at")
    inverse = Text("har stillingen", "has the position")
    about = Text("Hvor stillingen hører hjemme.", "Where the position belongs.")
    ends = (roles.Post, roles.Host)
    dates = "start lasts as long"
    sheet = Heading(Text("stillingers tilknytning", "position postings"), ("tilknytning", "postings"))
    start = Heading(Text("stilling", "position"), ("navn", "name", "rolle"))
    end = Heading(Text("ved", "held at"), ("arbeidssted", "tilknyttet", "hos", "at", "programme", "program"))
    columns = (Column(roles.Post, end),)


class Gathers(Relation):
    """A network gathers a type of actor, where the source names the type and not the participants."""

    label = Text("samler", "gathers")
    inverse = Text("samles av", "are gathered by")
    about = Text("Typer av aktører som deltar.", "Types of actors that take part.")
    ends = (roles.Venue, roles.Category)
    sheet = Heading(Text("deltakertyper", "participant types"), ("samler", "gathers"))
    start = Heading(Text("nettverk", "network"), ("forum", "navn", "name"))
    end = Heading(Text("samler", "gathers"), ("deltakertype", "aktørtype", "aktørtyper", "type", "actor type"))
    columns = (Column(roles.Venue, end),)


class OfType(Relation):
    """An organisation is of a type of the fixed list."""

    label = Text("er", "is a")
    inverse = Text("er typen til", "is the type of")
    about = Text("Hva virksomheten er.", "What the organisation is.")
    ends = (roles.Employer, roles.Category)
    sheet = Heading(Text("typer", "types"))
    start = WHO
    end = Heading(Text("type", "type"), ("aktørtype", "virksomhetstype", "actor type", "organisasjonstype"))
    columns = (Column(roles.Employer, end),)
    tells_apart = "type"


class Medium(Choice):
    """How an actor mobilises."""

    DIRECT = "direct-contact", "direkte kontakt", "direct contact", "samtaler", "besøk"
    OTHERS_MEETINGS = "others-meetings", "andres møter", "others' meetings", "møter som andre arrangerer"
    OWN_EVENTS = "own-events", "egne arrangement", "own events", "egne arrangementer"
    MEDIA = "media", "media", "media", "medier", "aviser", "sosiale medier", "nettsider"
    MEETINGS = "meetings", "møter", "meetings"
    ADVICE = "advice", "veiledning", "advice", "karriereveiledning"


class MobilisationStatus(Choice):
    """Whether the mobilisation was more than a plan; when it ended is a date."""

    PLANNED = "planned", "planlagt", "planned"
    ATTEMPTED = "attempted", "forsøkt", "attempted", "forsøk"


class Mobilises(Relation):
    """An actor mobilises a group, another actor, or a type of actor to competence development."""

    label = Text("mobiliserer", "mobilises")
    inverse = Text("mobiliseres av", "is mobilised by")
    about = Text(
        "Mobiliserer en målgruppe, en aktør eller en type aktører til kompetanseutvikling.",
        "Mobilises a target group, an actor or a type of actor to competence development.",
    )
    ends = (roles.Actor, roles.Audience)
    sheet = Heading(Text("mobilisering", "mobilisation"), ("mobiliserer", "motor", "mobilises", "mobilization"))
    start = Heading(Text("aktør", "actor"), (*WHO.words, "motor", "mobiliser"))
    end = Heading(
        Text("mobiliserer", "mobilises"), ("målgruppe", "hvem mobiliseres", "mottaker", "target group", "whom")
    )

    regions: Annotated[
        list[str],
        Prop(
            Text("i region", "in region"),
            Text("Regionene dette gjelder i. Tom: der aktøren virker.", "Where. Empty: where the actor works."),
            also=("region", "regioner", "områder", "regions"),
            distinguishes=True,
            refers_to=roles.Area,
        ),
    ] = []
    medium: Annotated[
        list[Medium],
        Prop(
            Text("hvordan", "medium"),
            Text("Hvordan: direkte kontakt, andres møter, media ...", "How: direct contact, own events, media ..."),
            also=("kanal", "metode", "channel", "how"),
        ),
    ] = []
    status: Annotated[
        MobilisationStatus | None,
        Prop(
            Text("status", "status"),
            Text("Planlagt eller forsøkt; tom når det er gjort.", "Planned or attempted; empty where it is done."),
            example=Text("", ""),
        ),
    ] = None


class Employs(Relation):
    """An organisation has employees of a group."""

    label = Text("har ansatte som er", "employs")
    inverse = Text("er ansatt i", "are employed by")
    about = Text("Målgruppen virksomheten har ansatte i.", "The target group that it employs.")
    ends = (roles.Employer, roles.Group)
    sheet = Heading(Text("ansatte", "employment"), ("sysselsetting", "arbeidsgivere", "employees", "employers"))
    start = Heading(Text("arbeidsgiver", "employer"), WHO.words)
    end = Heading(Text("målgruppe", "target group"), ("gruppe", "yrkesgruppe", "ansatte", "group", "employs"))

    headcount: Annotated[
        int | None,
        Prop(
            Text("antall ansatte", "headcount"),
            Text("Hvor mange ansatte av gruppen, om det er kjent.", "How many employees of the group, where known."),
            unit=Text("personer", "persons"),
            also=("antall", "number", "employees"),
        ),
    ] = None


class MeetingOf(Relation):
    """A meeting is one of a network's or a forum's."""

    label = Text("er møte i", "is a meeting of")
    inverse = Text("hadde møtet", "held the meeting")
    about = Text("Forumet eller nettverket som møttes.", "The forum or network that met.")
    ends = (roles.Occasion, roles.Venue)
    sheet = Heading(Text("møtetilknytning", "meetings of"))
    start = Heading(Text("møte", "meeting"))
    dates = "end begins with the first"
    dates_type = NetworkType.FORUM.value
    end = Heading(Text("forum", "forum"), ("nettverk", "møteplass", "network"))
    columns = (Column(roles.Occasion, end),)
