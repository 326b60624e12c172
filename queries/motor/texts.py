"""The Cypher texts that find the relations of which chains are made; each of one hop."""

from queries.cypher import checked

_AT = "r.first_day <= $last AND r.last_day >= $first"
_TIE = "r.key, r.since, r.until, r.first_day, r.last_day"
_ACTOR = "m:Organisation|Network|Programme|Position"

CYPHER = checked(
    {
        "located": (
            f"MATCH (e:Organisation)-[r:LOCATED_IN]->(k:Region) WHERE k.id IN $regions AND {_AT} "
            "RETURN e.id, k.id, r.key"
        ),
        "employs": (
            "MATCH (e:Organisation)-[r:EMPLOYS]->(g:TargetGroup) "
            f"WHERE e.id IN $organisations AND g.id IN $groups AND {_AT} RETURN e.id, e.name, g.id, r.key"
        ),
        "places": (
            f"MATCH (e:Organisation)-[r:LOCATED_IN]->(k:Region) WHERE e.id IN $employers AND {_AT} RETURN e.id, k.id"
        ),
        "types": (
            f"MATCH (e:Organisation)-[r:OF_TYPE]->(y:ActorType) WHERE e.id IN $employers AND {_AT} "
            "RETURN e.id, y.id, r.key"
        ),
        "direct": (
            f"MATCH ({_ACTOR})-[r:MOBILISES]->(g:TargetGroup) WHERE g.id IN $groups AND r.status IS NULL AND {_AT} "
            f"RETURN m.id, g.id, {_TIE}, r.regions, r.medium"
        ),
        "members": (
            "MATCH (e:Organisation)-[r:MEMBER_OF]->(m:Organisation|Network) "
            f"WHERE e.id IN $employers AND {_AT} RETURN e.id, m.id, {_TIE}"
        ),
        "gathers": (
            f"MATCH (m:Network)-[r:GATHERS]->(y:ActorType) WHERE y.id IN $types AND {_AT} RETURN m.id, y.id, {_TIE}"
        ),
        "mobilises": (
            f"MATCH ({_ACTOR})-[r:MOBILISES]->(e:Organisation) "
            f"WHERE e.id IN $employers AND r.status IS NULL AND {_AT} "
            f"RETURN m.id, e.id, {_TIE}, r.regions, r.medium"
        ),
        "mobilises_type": (
            f"MATCH ({_ACTOR})-[r:MOBILISES]->(y:ActorType) WHERE y.id IN $types AND r.status IS NULL AND {_AT} "
            f"RETURN m.id, y.id, {_TIE}, r.regions, r.medium"
        ),
        "runs": (
            f"MATCH ({_ACTOR})-[r:RUNS]->(n:Organisation|Network|Programme) "
            f"WHERE n.id IN $through AND {_AT} RETURN m.id, n.id, {_TIE}"
        ),
        "leads": (
            f"MATCH ({_ACTOR})-[r:MEMBER_OF]->(n:Organisation|Network) "
            f"WHERE n.id IN $through AND r.role = 'leader' AND {_AT} RETURN m.id, n.id, {_TIE}"
        ),
        "held": (
            "MATCH (m:Position)-[r:HELD_AT]->(n:Organisation|Programme) "
            f"WHERE n.id IN $through AND {_AT} RETURN m.id, n.id, {_TIE}"
        ),
        "mobilises_actor": (
            f"MATCH ({_ACTOR})-[r:MOBILISES]->(n:Organisation|Network|Programme|Position) "
            f"WHERE n.id IN $through AND r.status IS NULL AND {_AT} "
            f"RETURN m.id, n.id, {_TIE}, r.regions, r.medium"
        ),
    }
)
