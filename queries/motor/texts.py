"""The Cypher texts that find the relations of which chains are made; each of one hop.

Ids are unwound and matched one by one: an engine looks each up by its key, where ``IN`` would compare every node with
every id (measured on Ladybug 0.22: 3,000 names in 164 ms by IN, in 19 ms unwound).
"""

from queries.cypher import checked

_AT = "r.first_day <= $last AND r.last_day >= $first"
_TIE = "r.key, r.since, r.until, r.first_day, r.last_day"
_ACTOR = "m:Organisation|Network|Programme|Position"
_CARRIES = "r.regions, r.medium"
_DONE = "r.status IS NULL"

CYPHER = checked(
    {
        "located": (
            "UNWIND $regions AS i MATCH (e:Organisation)-[r:LOCATED_IN]->(k:Region) "
            f"WHERE k.id = i AND {_AT} RETURN e.id, k.id, r.key"
        ),
        "employs": (
            "UNWIND $organisations AS i MATCH (e:Organisation)-[r:EMPLOYS]->(g:TargetGroup) "
            f"WHERE e.id = i AND g.id IN $groups AND {_AT} RETURN e.id, e.name, g.id, r.key"
        ),
        "places": (
            "UNWIND $employers AS i MATCH (e:Organisation)-[r:LOCATED_IN]->(k:Region) "
            f"WHERE e.id = i AND {_AT} RETURN e.id, k.id"
        ),
        "types": (
            "UNWIND $employers AS i MATCH (e:Organisation)-[r:OF_TYPE]->(y:ActorType) "
            f"WHERE e.id = i AND {_AT} RETURN e.id, y.id, r.key"
        ),
        "direct": (
            f"UNWIND $groups AS i MATCH ({_ACTOR})-[r:MOBILISES]->(g:TargetGroup) "
            f"WHERE g.id = i AND {_DONE} AND {_AT} RETURN m.id, g.id, {_TIE}, {_CARRIES}"
        ),
        "members": (
            "UNWIND $employers AS i MATCH (e:Organisation)-[r:MEMBER_OF]->(m:Organisation|Network) "
            f"WHERE e.id = i AND {_AT} RETURN e.id, m.id, {_TIE}"
        ),
        "gathers": (
            "UNWIND $types AS i MATCH (m:Network)-[r:GATHERS]->(y:ActorType) "
            f"WHERE y.id = i AND {_AT} RETURN m.id, y.id, {_TIE}"
        ),
        "mobilises": (
            f"UNWIND $employers AS i MATCH ({_ACTOR})-[r:MOBILISES]->(e:Organisation) "
            f"WHERE e.id = i AND {_DONE} AND {_AT} RETURN m.id, e.id, {_TIE}, {_CARRIES}"
        ),
        "mobilises_type": (
            f"UNWIND $types AS i MATCH ({_ACTOR})-[r:MOBILISES]->(y:ActorType) "
            f"WHERE y.id = i AND {_DONE} AND {_AT} RETURN m.id, y.id, {_TIE}, {_CARRIES}"
        ),
        "runs": (
            f"UNWIND $through AS i MATCH ({_ACTOR})-[r:RUNS]->(n:Organisation|Network|Programme) "
            f"WHERE n.id = i AND {_AT} RETURN m.id, n.id, {_TIE}"
        ),
        "leads": (
            f"UNWIND $through AS i MATCH ({_ACTOR})-[r:MEMBER_OF]->(n:Organisation|Network) "
            f"WHERE n.id = i AND r.role = 'leader' AND {_AT} RETURN m.id, n.id, {_TIE}"
        ),
        "held": (
            "UNWIND $through AS i MATCH (m:Position)-[r:HELD_AT]->(n:Organisation|Programme) "
            f"WHERE n.id = i AND {_AT} RETURN m.id, n.id, {_TIE}"
        ),
        "mobilises_actor": (
            f"UNWIND $through AS i MATCH ({_ACTOR})-[r:MOBILISES]->(n:Organisation|Network|Programme|Position) "
            f"WHERE n.id = i AND {_DONE} AND {_AT} RETURN m.id, n.id, {_TIE}, {_CARRIES}"
        ),
    }
)
