"""The roles that node kinds play; relations are declared between roles, and the pairs of kinds follow."""


class Actor:
    """Acts: can be a member, mobilise, cover a region, run something."""


class Gathering:
    """Has members."""


class Audience:
    """Can be mobilised."""


class Run:
    """Is run by somebody."""


class Post:
    """Is held at a host, and lasts as long as that."""


class Host:
    """Has positions held at it."""


class Composite:
    """Has parts of its own kind."""


class Graded:
    """Has broader and narrower ones of its own kind."""


class Located:
    """Has a place where it is."""


class Area:
    """Can be covered, and be a place."""


class Employer:
    """Employs people, and is of a type of actor."""


class Group:
    """A group of people who are employed somewhere."""


class Category:
    """A type of actor."""


class Venue:
    """Gathers types of actor, and holds meetings."""


class Occasion:
    """Is one dated meeting."""


class Subject:
    """A field of education."""


class Matter:
    """Concerns fields of education, target groups and regions."""


class Supply:
    """Is offered, and meets needs."""


class Demand:
    """Is needed by somebody, and can be met."""


class Joint:
    """Has actors that take part in it."""


class Cause:
    """Leads to offerings and needs."""


class Result:
    """Can be what a collaboration or a survey led to."""


class Funded:
    """Can be paid for by somebody."""
