"""The fixed list of what an organisation can be, in two levels; the same in every county."""

from graph_model.values import Choice


class ActorTypeCode(Choice):
    """A type of actor: its code, its labels and the other words that lists use."""

    PUBLIC_BODY = "public-body", "offentlig virksomhet", "public body", "offentlig", "offentlige virksomheter"
    MUNICIPALITY = "municipality", "kommune", "municipality", "kommuner", "municipalities"
    COUNTY_AUTHORITY = "county-authority", "fylkeskommune", "county authority", "fylkeskommuner"
    COUNTY_DEPARTMENT = (
        "county-department",
        "fylkeskommunal avdeling",
        "county department",
        "avdeling i fylkeskommunen",
        "seksjon i fylkeskommunen",
        "fylkeskommunal seksjon",
    )
    REGIONAL_COUNCIL = (
        "regional-council",
        "regionråd",
        "regional council",
        "interkommunalt politisk råd",
        "regionalt råd",
        "regional councils",
    )
    NAV = "nav", "NAV-kontor", "labour and welfare office", "NAV", "arbeids- og velferdsetat", "NAV office"
    HOSPITAL_TRUST = "hospital-trust", "helseforetak", "hospital trust", "sykehus", "hospital", "sykehusavdeling"
    STATE_AGENCY = "state-agency", "statlig etat", "state agency", "statlig virksomhet", "direktorat", "departement"

    PROVIDER = (
        "education-provider",
        "utdanningstilbyder",
        "education provider",
        "utdanningstilbydere",
        "tilbyder",
        "education providers",
        "provider",
    )
    UNIVERSITY = "university", "universitet", "university", "universiteter", "universities"
    UNIVERSITY_COLLEGE = "university-college", "høyskole", "university college", "høgskole", "høyskoler", "høgskoler"
    VOCATIONAL_COLLEGE = "vocational-college", "fagskole", "vocational college", "høyere yrkesfagskole", "fagskoler"
    UPPER_SECONDARY = (
        "upper-secondary-school",
        "videregående skole",
        "upper secondary school",
        "videregående skoler",
        "vgs",
        "upper secondary schools",
    )
    RESOURCE_CENTRE = "resource-centre", "ressurssenter", "resource centre", "ressurssentre"
    STUDY_ASSOCIATION = "study-association", "studieforbund", "adult education association", "study association"
    COURSE_PROVIDER = "course-provider", "kurstilbyder", "course provider", "kurstilbydere"

    COMPETENCE_SERVICE = "competence-service", "kompetansetjeneste", "competence service", "kompetansetjenester"
    CAREER_CENTRE = "career-centre", "karrieresenter", "career centre", "karrieresentre"
    STUDY_CENTRE = "study-centre", "studiesenter", "study centre", "studiesentre", "studiested"
    TRAINING_OFFICE = "training-office", "opplæringskontor", "apprenticeship training office", "training office"
    LIBRARY = "library", "bibliotek", "library", "fylkesbibliotek", "folkebibliotek"

    BUSINESS_DEVELOPMENT = "business-development", "næringsutvikling", "business development", "næringsutvikler"
    BUSINESS_GARDEN = "business-garden", "næringshage", "business garden", "næringshager"
    KNOWLEDGE_PARK = "knowledge-park", "kunnskapspark", "knowledge park", "forskningspark", "science park"
    BUSINESS_ASSOCIATION = (
        "business-association",
        "næringsforening",
        "business association",
        "næringsforeninger",
        "chamber of commerce",
    )
    RESTRUCTURING = (
        "restructuring-programme",
        "omstillingsprogram",
        "restructuring programme",
        "omstillingsprogrammer",
        "omstillingsorganisasjon",
    )

    SOCIAL_PARTNER = "social-partner", "part i arbeidslivet", "social partner", "partene i arbeidslivet"
    EMPLOYERS = "employers-organisation", "arbeidsgiverorganisasjon", "employers' organisation"
    EMPLOYEES = (
        "employees-organisation",
        "arbeidstakerorganisasjon",
        "employees' organisation",
        "fagforening",
        "trade union",
    )

    BUSINESS = "business", "næringsliv", "business", "privat næringsliv"
    ENTERPRISE = "enterprise", "bedrift", "enterprise", "bedrifter", "enkeltbedrift", "enkeltbedrifter", "enterprises"

    CIVIL_SOCIETY = "civil-society", "sivilsamfunn", "civil society", "frivillig organisasjon", "frivillighet"
    STUDENTS = "student-organisation", "studentorganisasjon", "student organisation", "studentorganisasjoner"
    POLITICIANS = "politicians", "politikere", "politicians", "folkevalgte", "elected representatives"


_C = ActorTypeCode

BROADER_TYPES: dict[ActorTypeCode, tuple[ActorTypeCode, ...]] = {
    _C.PUBLIC_BODY: (
        _C.MUNICIPALITY,
        _C.COUNTY_AUTHORITY,
        _C.COUNTY_DEPARTMENT,
        _C.REGIONAL_COUNCIL,
        _C.NAV,
        _C.HOSPITAL_TRUST,
        _C.STATE_AGENCY,
    ),
    _C.PROVIDER: (
        _C.UNIVERSITY,
        _C.UNIVERSITY_COLLEGE,
        _C.VOCATIONAL_COLLEGE,
        _C.UPPER_SECONDARY,
        _C.RESOURCE_CENTRE,
        _C.STUDY_ASSOCIATION,
        _C.COURSE_PROVIDER,
    ),
    _C.COMPETENCE_SERVICE: (_C.CAREER_CENTRE, _C.STUDY_CENTRE, _C.TRAINING_OFFICE, _C.LIBRARY),
    _C.BUSINESS_DEVELOPMENT: (_C.BUSINESS_GARDEN, _C.KNOWLEDGE_PARK, _C.BUSINESS_ASSOCIATION, _C.RESTRUCTURING),
    _C.SOCIAL_PARTNER: (_C.EMPLOYERS, _C.EMPLOYEES),
    _C.BUSINESS: (_C.ENTERPRISE,),
    _C.CIVIL_SOCIETY: (_C.STUDENTS, _C.POLITICIANS),
}
"""The two levels: each broader type, with its narrower ones."""
