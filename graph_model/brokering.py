"""The kinds of nodes that brokers work with: what is offered and needed, and who works on it together."""

from typing import Annotated

from graph_model import roles
from graph_model.kind import Heading, Lasting, Node, Prop
from graph_model.nodes import WEBSITE
from graph_model.text import Text
from graph_model.values import Choice, PartialDate, WebAddress


class Field(Node, roles.Subject, roles.Graded):
    """A field of education; fields have broader and narrower ones."""

    label = Text("fagfelt", "field")
    about = Text("Et fagfelt, som helsefag; fagfelt hører under videre.", "A field of education, such as health.")
    examples = (Text("eksempelfag", "example subject"), Text("eksempelfelt", "example field"))
    sheet = Heading(Text("fagfelt", "fields"), ("fag", "fagområder", "fields of education", "subjects"))

    code: Annotated[
        str | None,
        Prop(
            Text("kode", "code"),
            Text("Kode i ISCED-F eller NUS, om den har en.", "Its code in ISCED-F or NUS, where it has one."),
            also=("isced-f", "isced", "nus", "nus-kode", "fagkode"),
            example=Text("0913", "0913"),
        ),
    ] = None


class ActivityStatus(Choice):
    """How far something has come."""

    PLANNED = "planned", "planlagt", "planned", "under planlegging"
    RUNNING = "running", "pågår", "running", "i gang", "aktiv", "gjennomføres", "active", "ongoing"
    ENDED = "ended", "avsluttet", "ended", "ferdig", "gjennomført", "nedlagt", "finished", "completed"
    ATTEMPTED = "attempted", "forsøkt", "attempted", "ikke lyktes", "mislyktes", "failed"


class EducationLevel(Choice):
    """The level of an education."""

    COURSE = "course", "kurs uten studiepoeng", "course without credits", "kurs", "course", "bransjeprogram"
    UPPER_SECONDARY = (
        "upper-secondary", "videregående opplæring", "upper secondary", "videregående", "fagbrev", "vgs",
        "videregående skole",
    )  # fmt: skip
    VOCATIONAL_COLLEGE = (
        "vocational-college", "høyere yrkesfaglig utdanning", "higher vocational", "fagskole", "høyere yrkesfaglig",
        "vocational college", "fagskoleutdanning",
    )  # fmt: skip
    UNIVERSITY = (
        "university", "universitet og høyskole", "university", "universitet", "høyskole", "høgskole", "uh", "bachelor",
        "master", "higher education", "høyere utdanning", "universitet/høyskole", "universitets- og høyskolenivå",
    )  # fmt: skip


class Delivery(Choice):
    """How an offering reaches its participants."""

    CAMPUS = "campus", "på campus", "on campus", "campus", "stedlig"
    DECENTRALISED = "decentralised", "desentralisert", "decentralised", "lokalt", "studiesenter", "decentralized"
    SESSIONS = "sessions", "samlinger", "sessions", "samlingsbasert"
    ONLINE = "online", "på nett", "online", "nettbasert", "nett", "digitalt", "digital"
    FLEXIBLE = "flexible", "fleksibel", "flexible", "fleksibelt"


STATUS = Prop(
    Text("status", "status"),
    Text("Planlagt, pågår, avsluttet eller forsøkt.", "Planned, running, ended or attempted."),
    example=ActivityStatus.RUNNING.label,
)


class Offering(Lasting, Node, roles.Matter, roles.Supply, roles.Result, roles.Funded):
    """An education or a course that somebody offers, has offered, plans, or tried to get going."""

    label = Text("tilbud", "offering")
    about = Text("En utdanning eller et kurs som noen tilbyr.", "An education or a course that somebody offers.")
    examples = (Text("Sykepleie på deltid", "Part-time nursing"),)
    sheet = Heading(
        Text("tilbud", "offerings"),
        ("utdanningstilbud", "studietilbud", "utdanninger", "kurs", "kurstilbud", "courses", "programmes of study"),
    )

    level: Annotated[
        EducationLevel | None,
        Prop(
            Text("nivå", "level"),
            Text(
                "Kurs uten studiepoeng, videregående, høyere yrkesfaglig, universitet og høyskole.",
                "Course without credits, upper secondary, higher vocational, university.",
            ),
            also=("utdanningsnivå",),
            example=EducationLevel.UNIVERSITY.label,
        ),
    ] = None
    delivery: Annotated[
        list[Delivery],
        Prop(
            Text("gjennomføring", "delivery"),
            Text("På campus, desentralisert, samlinger, på nett ...", "On campus, decentralised, online ..."),
            also=("leveringsform", "undervisningsform", "organisering", "mode"),
        ),
    ] = []
    credits: Annotated[
        float | None,
        Prop(
            Text("studiepoeng", "credits"),
            Text("Hvor mange studiepoeng det gir.", "How many credits it gives."),
            unit=Text("studiepoeng", "ECTS credits"),
            also=("sp", "stp", "poeng", "ects"),
            example=Text("180", "180"),
        ),
    ] = None
    status: Annotated[ActivityStatus | None, STATUS] = None
    participants: Annotated[
        int | None,
        Prop(
            Text("antall deltakere", "participants"),
            Text("Hvor mange som har deltatt, om det er kjent.", "How many have taken part, where known."),
            unit=Text("personer", "persons"),
            also=("deltakere", "studenter", "antall studenter", "students"),
        ),
    ] = None
    website: Annotated[WebAddress | None, WEBSITE] = None


class NeedStatus(Choice):
    """What has become of a need."""

    OPEN = "open", "udekket", "open", "åpent", "ikke dekket", "unmet"
    ATTEMPTED = "attempted", "forsøkt dekket", "attempted", "forsøkt"
    MET = "met", "dekket", "met", "løst", "oppfylt"


class Need(Lasting, Node, roles.Matter, roles.Demand, roles.Result):
    """A need for competence that somebody has stated."""

    label = Text("behov", "need")
    about = Text("Et kompetansebehov som er uttrykt.", "A need for competence that was stated.")
    examples = (Text("flere sykepleiere i Eksempelvik", "more nurses in Exampleton"),)
    sheet = Heading(Text("behov", "needs"), ("kompetansebehov", "udekkede behov", "competence needs"))

    level: Annotated[
        EducationLevel | None,
        Prop(
            Text("nivå", "level"),
            Text("Nivået det er behov for; tomt når alle passer.", "The level needed; empty where any will do."),
            also=("utdanningsnivå",),
            example=EducationLevel.UNIVERSITY.label,
        ),
    ] = None
    status: Annotated[
        NeedStatus | None,
        Prop(Text("status", "status"), Text("Udekket, forsøkt dekket eller dekket.", "Open, attempted or met.")),
    ] = None


class CollaborationAbout(Choice):
    """What a collaboration is about."""

    DIALOGUE = "dialogue", "dialog", "dialogue", "samtale", "møter", "kontakt"
    DEVELOPMENT = "development", "utvikling", "development", "utvikle"
    DELIVERY = "delivery", "gjennomføring", "delivery", "drift", "levering"
    HOSTING = "hosting", "vertskap", "hosting", "lokaler", "studiested"
    FUNDING = "funding", "finansiering", "funding"


class CollaborationLevel(Choice):
    """Whether a collaboration sets the course or carries it out."""

    STRATEGIC = "strategic", "strategisk", "strategic", "strategi"
    OPERATIONAL = "operational", "operativt", "operational", "operativ", "operasjonelt"


class Collaboration(Lasting, Node, roles.Matter, roles.Joint, roles.Cause, roles.Funded):
    """Something that two or more actors do together; also what was tried and did not succeed."""

    label = Text("samarbeid", "collaboration")
    about = Text(
        "Noe to eller flere aktører gjør sammen; også det som ble forsøkt uten å lykkes.",
        "Something that two or more actors do together; also what was tried without success.",
    )
    examples = (Text("sykepleierutdanning i Eksempelvik", "a nursing degree in Exampleton"),)
    sheet = Heading(Text("samarbeid", "collaborations"), ("samarbeider", "dialog", "dialoger", "dialogues"))

    topics: Annotated[
        list[CollaborationAbout],
        Prop(
            Text("gjelder", "about"),
            Text(
                "Dialog, utvikling, gjennomføring, vertskap eller finansiering.",
                "Dialogue, development, delivery, hosting or funding.",
            ),
            also=("handler om", "type samarbeid", "type", "tema", "topic"),
        ),
    ] = []
    level: Annotated[
        CollaborationLevel | None,
        Prop(
            Text("nivå", "level"),
            Text("Strategisk eller operativt.", "Strategic or operational."),
        ),
    ] = None
    status: Annotated[ActivityStatus | None, STATUS] = None


class Survey(Node, roles.Matter, roles.Run, roles.Cause):
    """How needs were found: a survey of an organisation's or a region's needs for competence."""

    label = Text("kartlegging", "survey")
    about = Text("En kartlegging av kompetansebehov.", "A survey of needs for competence.")
    examples = (Text("kartlegging i Eksempelvik 2024", "survey in Exampleton 2024"),)
    sheet = Heading(Text("kartlegginger", "surveys"), ("behovskartlegging", "undersøkelser", "spørreundersøkelser"))

    form: Annotated[
        str | None,
        Prop(
            Text("skjema", "form"),
            Text("Hvordan det ble spurt, som nettskjema eller samtaler.", "How it was asked: by form, in talks ..."),
            also=("metode", "verktøy", "method", "tool"),
            example=Text("nettskjema", "online form"),
        ),
    ] = None
    date: Annotated[
        PartialDate | None,
        Prop(
            Text("dato", "date"),
            Text("Når det ble spurt: dag, måned eller år.", "When it was asked: a day, a month or a year."),
            also=("tidspunkt", "år", "year"),
        ),
    ] = None
    asked: Annotated[
        int | None,
        Prop(
            Text("antall spurte", "asked"),
            Text("Hvor mange som ble spurt.", "How many were asked."),
            unit=Text("spurte", "persons or organisations asked"),
            also=("spurte", "utvalg", "sample"),
        ),
    ] = None
    answered: Annotated[
        int | None,
        Prop(
            Text("antall svar", "answered"),
            Text("Hvor mange som svarte.", "How many answered."),
            unit=Text("svar", "answers"),
            also=("svar", "besvart", "answers", "responses"),
        ),
    ] = None
