"""The kinds of nodes: what exists in a regional competence ecosystem."""

from typing import Annotated

from graph_model import roles
from graph_model.actor_types import ActorTypeCode
from graph_model.kind import Heading, Lasting, Node, Prop
from graph_model.text import Text
from graph_model.values import Choice, OrganisationNumber, PartialDate, RegionNumber, SharedMailbox, WebAddress

WEBSITE = Prop(
    Text("nettsted", "website"),
    Text("Nettadressen.", "The web address."),
    also=("nettside", "hjemmeside", "url", "web", "homepage"),
)
EMAIL = Prop(
    Text("felles e-post", "shared mailbox"),
    Text(
        "En felles postkasse, som post@kommune.no. Adresser som tilhører en person, blir ikke lest.",
        "A shared mailbox such as post@municipality.no. A person's own address is not read.",
    ),
    also=("e-post", "epost", "e-postadresse", "postmottak", "email", "e-mail"),
)


class RegionType(Choice):
    """What a region is."""

    COUNTRY = "country", "land", "country"
    COUNTY = "county", "fylke", "county"
    REGION = "region", "region", "region", "delregion", "distrikt", "kommuneregion"
    MUNICIPALITY = "municipality", "kommune", "municipality"


class Region(Lasting, Node, roles.Area, roles.Composite):
    """A country, a county, a region or a municipality. A municipality may be part of several regions."""

    label = Text("region", "region")
    about = Text("Land, fylke, region eller kommune.", "A country, county, region or municipality.")
    examples = (Text("Eksempelvik", "Exampleton"), Text("Eksempelfylket", "Example County"))
    sheet = Heading(Text("regioner", "regions"), ("kommuner", "områder", "geografi", "municipalities"))

    type: Annotated[
        RegionType | None,
        Prop(
            Text("type", "type"),
            Text("Land, fylke, region eller kommune.", "Country, county, region or municipality."),
            also=("nivå", "regiontype", "level"),
            example=RegionType.MUNICIPALITY.label,
        ),
    ] = None
    number: Annotated[
        RegionNumber | None,
        Prop(
            Text("kommunenummer", "municipality number"),
            Text(
                "Offisielt nummer: fire siffer for en kommune, to for et fylke.",
                "The official number: four digits for a municipality, two for a county.",
            ),
            also=("kommunenr", "fylkesnummer", "fylkesnr", "county number"),
            identifies=True,
        ),
    ] = None


class ActorType(Node, roles.Category, roles.Graded, roles.Audience):
    """What an organisation is: the program's own fixed list, in two levels; no sheet adds to it."""

    label = Text("aktørtype", "type of actor")
    about = Text("Hva en virksomhet er, etter en fast liste.", "What an organisation is, from a fixed list.")
    examples = (ActorTypeCode.MUNICIPALITY.label, ActorTypeCode.PUBLIC_BODY.label)
    sheet = Heading(Text("aktørtyper", "actor types"))
    listed = False


class Organisation(
    Lasting, Node, roles.Actor, roles.Gathering, roles.Audience, roles.Run, roles.Host, roles.Composite, roles.Located,
    roles.Employer, roles.Funded,
):  # fmt: skip
    """A municipality, a school, a university, a centre, a council, an enterprise, or a unit of one of them."""

    label = Text("virksomhet", "organisation")
    several = Text("virksomheter", "organisations")
    about = Text("Kommune, skole, senter, råd, bedrift, eller en del av en.", "A body, or a unit of one.")
    examples = (
        Text("Eksempelvik kommune", "Exampleton municipality"),
        Text("Eksempelfylket fylkeskommune", "Example County authority"),
    )
    sheet = Heading(
        Text("aktører", "actors"), ("virksomheter", "organisasjoner", "organisations", "organizations", "enheter")
    )

    number: Annotated[
        OrganisationNumber | None,
        Prop(
            Text("organisasjonsnummer", "organisation number"),
            Text("Nummeret i Enhetsregisteret, ni siffer.", "The nine-digit number in Enhetsregisteret."),
            also=("orgnr", "org.nr.", "org nr", "orgnummer", "org number", "organization number"),
            identifies=True,
        ),
    ] = None
    website: Annotated[WebAddress | None, WEBSITE] = None
    email: Annotated[SharedMailbox | None, EMAIL] = None


class NetworkType(Choice):
    """What a network is; a forum is the meeting place of the three M's."""

    FORUM = "forum", "forum", "forum", "kompetanseforum", "møteplass", "meeting place"
    PROFESSIONAL = "professional-network", "fagnettverk", "professional network", "nettverk", "network"
    CLUSTER = "cluster", "klynge", "cluster", "næringsklynge"
    PARTNERSHIP = "partnership", "partnerskap", "partnership"


class Network(
    Node,
    roles.Actor,
    roles.Gathering,
    roles.Audience,
    roles.Run,
    roles.Composite,
    roles.Located,
    roles.Venue,
    roles.Funded,
):
    """A professional network, a cluster, a partnership, or a forum: a meeting place."""

    label = Text("nettverk", "network")
    about = Text(
        "Fagnettverk, klynge, partnerskap eller forum (møteplass). Et forum gjelder fra sitt første møte, ellers fra "
        "det ble etablert.",
        "A professional network, cluster, partnership or forum. A forum counts from its first meeting, else from its "
        "establishment.",
    )
    lasts = ("established", "until")
    examples = (
        Text("Kompetanseforum Eksempelvik", "Exampleton forum"),
        Text("Kompetanseforum Eksempelfylket", "Example County forum"),
    )
    sheet = Heading(
        Text("nettverk", "networks"),
        ("forum", "fora", "nettverk og forum", "kompetanseforum", "møteplasser", "networks and forums", "forums"),
    )

    type: Annotated[
        NetworkType | None,
        Prop(
            Text("type", "type"),
            Text("Forum, fagnettverk, klynge eller partnerskap.", "Forum, professional network, cluster, partnership."),
            also=("nettverkstype",),
        ),
    ] = None
    decided: Annotated[
        PartialDate | None,
        Prop(
            Text("vedtatt", "decided"),
            Text("Når det ble vedtatt å opprette det.", "When its establishment was decided."),
            also=("vedtatt dato",),
        ),
    ] = None
    established: Annotated[
        PartialDate | None,
        Prop(
            Text("etablert", "established"),
            Text("Når det ble etablert.", "When it was established."),
            also=("opprettet", "stiftet", "fra", "founded", "since"),
        ),
    ] = None
    until: Annotated[
        PartialDate | None,
        Prop(
            Text("til", "until"),
            Text("Når det ble lagt ned.", "When it ended."),
            also=("nedlagt", "avviklet", "ended", "til og med"),
            example=Text("", ""),
        ),
    ] = None
    meetings_a_year: Annotated[
        float | None,
        Prop(
            Text("møter i året", "meetings a year"),
            Text("Hvor mange møter det har i året.", "How many meetings it holds in a year."),
            unit=Text("møter per år", "meetings per year"),
            also=("møter per år", "antall møter", "meetings per year"),
        ),
    ] = None
    website: Annotated[WebAddress | None, WEBSITE] = None
    email: Annotated[SharedMailbox | None, EMAIL] = None


class ProgrammeType(Choice):
    """What a programme is."""

    PILOT = "pilot", "pilot", "pilot"
    SUB_PILOT = "sub-pilot", "delpilot", "sub-pilot", "delprosjekt"
    PROJECT = "project", "prosjekt", "project"
    STRATEGY = "strategy", "strategi", "strategy", "plan", "handlingsplan"
    FUNDING = "funding-scheme", "tilskuddsordning", "funding scheme", "støtteordning"
    RESTRUCTURING = "restructuring-programme", "omstillingsprogram", "restructuring programme"


class Programme(Lasting, Node, roles.Actor, roles.Audience, roles.Run, roles.Host, roles.Composite, roles.Funded):
    """A pilot, a project, a strategy, a funding scheme or a restructuring programme."""

    label = Text("program", "programme")
    about = Text(
        "Pilot, prosjekt, strategi, tilskuddsordning eller omstillingsprogram.",
        "A pilot, project, strategy, funding scheme or restructuring programme.",
    )
    examples = (Text("Delpilot Eksempelvik", "Exampleton sub-pilot"), Text("Eksempelpiloten", "Example pilot"))
    sheet = Heading(Text("programmer", "programmes"), ("prosjekter", "program", "programs", "projects", "piloter"))

    type: Annotated[
        ProgrammeType | None,
        Prop(
            Text("type", "type"),
            Text("Pilot, prosjekt, strategi, ordning eller program.", "Pilot, project, strategy, scheme, programme."),
            also=("programtype",),
            example=ProgrammeType.SUB_PILOT.label,
        ),
    ] = None
    website: Annotated[WebAddress | None, WEBSITE] = None


class Position(Node, roles.Actor, roles.Audience, roles.Post):
    """A role such as a region's project leader; never a person. Its dates are those of where it is held."""

    label = Text("stilling", "position")
    about = Text("En rolle, som prosjektleder; aldri en person.", "A role such as project leader; never a person.")
    examples = (Text("prosjektleder Eksempelvik", "project leader, Exampleton"),)
    sheet = Heading(Text("stillinger", "positions"), ("roller", "ressurser", "posts"))

    email: Annotated[SharedMailbox | None, EMAIL] = None


class TargetGroup(Node, roles.Group, roles.Graded, roles.Audience):
    """A group of people whose competence is to be developed; groups have broader and narrower ones."""

    label = Text("målgruppe", "target group")
    about = Text("En gruppe ansatte, som helsearbeidere.", "A group of employees, such as health workers.")
    examples = (Text("sykepleiere", "nurses"), Text("helsearbeidere", "health workers"))
    sheet = Heading(Text("målgrupper", "target groups"), ("yrkesgrupper", "grupper", "groups"))

    styrk08: Annotated[
        str | None,
        Prop(
            Text("STYRK-08", "STYRK-08"),
            Text("Kode i SSBs yrkesstandard.", "Code in Statistics Norway's occupation standard."),
            also=("styrk08", "yrkeskode", "occupation code"),
            example=Text("2221", "2221"),
        ),
    ] = None


class Meeting(Node, roles.Occasion):
    """One meeting of a forum or another network, on its date."""

    label = Text("møte", "meeting")
    about = Text("Ett møte i et forum, med dato.", "One meeting of a forum, with its date.")
    examples = (Text("Kompetanseforum Eksempelvik 2024-09-12", "Exampleton forum 2024-09-12"),)
    sheet = Heading(Text("møter", "meetings"), ("møtedatoer", "møteplan"))
    lasts = ("date", "date")
    named_after = "date"

    date: Annotated[
        PartialDate | None,
        Prop(
            Text("dato", "date"),
            Text("Når møtet var: dag, måned eller år.", "When it was held: a day, a month or a year."),
            also=("møtedato", "tidspunkt"),
        ),
    ] = None


class SourceType(Choice):
    """What a source is."""

    LIST = "list", "liste", "list"
    DOCUMENT = "document", "dokument", "document", "rapport", "report"


class Source(Node):
    """A list that was loaded, or a document that lists cite."""

    label = Text("kilde", "source")
    about = Text("En liste som er lest inn, eller et dokument.", "A list that was loaded, or a document.")
    examples = (Text("Kompetansestrategi for Eksempelfylket", "Competence strategy of Example County"),)
    sheet = Heading(Text("kilder", "sources"), ("dokumenter", "documents", "kildeliste"))

    type: Annotated[
        SourceType | None,
        Prop(
            Text("type", "type"),
            Text("Liste eller dokument.", "A list or a document."),
            example=SourceType.DOCUMENT.label,
        ),
    ] = None
    publisher: Annotated[
        str | None,
        Prop(
            Text("utgiver", "publisher"),
            Text("Hvem som har gitt det ut.", "Who published it."),
            also=("forfatter", "author"),
            example=Text("Eksempelfylket fylkeskommune", "Example County authority"),
        ),
    ] = None
    published: Annotated[
        PartialDate | None,
        Prop(
            Text("utgitt", "published"),
            Text("Når det ble gitt ut.", "When it was published."),
            also=("dato", "år", "date", "year"),
        ),
    ] = None
    website: Annotated[WebAddress | None, WEBSITE] = None
