"""What is an address of a Neo4j server, what may stand in it, and where the password comes from."""

from pathlib import Path

import pytest

from graph_model import messages
from graph_model.neo4j_login import PASSWORD, PASSWORD_FILE, is_address, log_in
from graph_model.problems import Message, Refusal

SECRET = "Hemmelig7f3a"


def refused(address: str, message: Message, **environment: str) -> str:
    """What is said of an address in both languages, and nothing secret."""
    with pytest.raises(Refusal) as refusal:
        log_in(address, environment, lambda: SECRET)
    (problem,) = refusal.value.problems
    assert problem.message is message
    said = problem.to("nb") + problem.to("en") + str(refusal.value)
    assert SECRET not in said
    return said


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("ftp://127.0.0.1", "ftp://127.0.0.1"),
        ("http://127.0.0.1:7474", "http://127.0.0.1…"),
        ("bolt+ssc://127.0.0.1", "bolt+ssc://127.0.0.1"),
        ("://", "://"),
        ("bolt://", "bolt://"),
        ("bolt://:7687", "bolt://…"),
        ("bolt://.", "bolt://."),
        ("bolt://a..b", "bolt://a..b"),
        (f"bolt://{'a' * 64}", f"bolt://{'a' * 52}…"),
        ("bolt://[::1", "bolt://[…"),
        ("bolt://[::1]:99999", "bolt://[::1]…"),
        ("bolt://127.0.0.1:99999", "bolt://127.0.0.1…"),
        (f"bolt://neo4j:{SECRET}", "bolt://neo4j…"),
        (f"bolt://127.0.0.1/{SECRET}", "bolt://127.0.0.1…"),
        (f"bolt://127.0.0.1?password={SECRET}", "bolt://127.0.0.1…"),
        (f"bolt://127.0.0.1#{SECRET}", "bolt://127.0.0.1…"),
    ],
)
def test_an_address_that_is_none_is_shown_without_what_may_be_secret(address: str, shown: str) -> None:
    assert f"«{shown}»" in refused(address, messages.SERVER_ADDRESS, **{PASSWORD: SECRET})


@pytest.mark.parametrize(
    "address",
    [
        f"bolt://neo4j:{SECRET}@127.0.0.1",
        f"neo4j+s://:{SECRET}@127.0.0.1:7687",
        f"ftp://neo4j:{SECRET}@127.0.0.1",
        f"bolt://127.0.0.1/neo4j:{SECRET}@",
        f"bolt://neo4j:{SECRET}@[::1",
        f"bolt://neo4j:{SECRET}/@127.0.0.1",
    ],
)
def test_a_password_in_the_address_is_refused_and_not_shown(address: str) -> None:
    assert PASSWORD in refused(address, messages.SERVER_PASSWORD_IN_ADDRESS, **{PASSWORD: SECRET})


@pytest.mark.parametrize("address", ["bolt://192.0.2.1", "neo4j://graf.eksempel.no", "bolt://[2001:db8::1]:7687"])
def test_another_machine_is_not_spoken_to_unencrypted_unless_that_is_meant(address: str) -> None:
    encrypted = address.replace("://", "+s://")
    assert encrypted in refused(address, messages.SERVER_UNENCRYPTED, **{PASSWORD: SECRET})
    for sound, told in ((address, True), (encrypted, False)):
        assert log_in(sound, {PASSWORD: SECRET}, lambda: None, unencrypted=told).address == sound


@pytest.mark.parametrize("address", ["bolt://localhost", "bolt://127.0.0.2:7688", "neo4j://[::1]"])
def test_this_machine_may_be_spoken_to_unencrypted(address: str) -> None:
    login = log_in(address, {PASSWORD: SECRET}, lambda: None)
    assert (login.address, login.user, login.password, login.database) == (address, "neo4j", SECRET, None)
    assert SECRET not in repr(login)


@pytest.mark.parametrize("written", ["{}", "{}\n", "{}\r\n", "\ufeff{}\n"])
def test_the_password_may_be_in_a_file(tmp_path: Path, written: str) -> None:
    file = tmp_path / "passord.txt"
    file.write_bytes(written.format(SECRET).encode())
    assert log_in("bolt://localhost", {PASSWORD_FILE: str(file)}, lambda: None).password == SECRET
    assert log_in("bolt://localhost", {PASSWORD_FILE: str(file), PASSWORD: "a"}, lambda: None).password == "a"


@pytest.mark.parametrize(
    ("holds", "message"),
    [
        (None, messages.SERVER_PASSWORD_FILE),
        (SECRET.encode("utf-16"), messages.SERVER_PASSWORD_FILE_CODING),
        ("pæssord".encode("latin-1"), messages.SERVER_PASSWORD_FILE_CODING),
        (b"", messages.SERVER_PASSWORD_FILE_EMPTY),
        (b"\xef\xbb\xbf\r\n", messages.SERVER_PASSWORD_FILE_EMPTY),
    ],
)
def test_a_file_without_a_password_is_told_of(tmp_path: Path, holds: bytes | None, message: Message) -> None:
    file = tmp_path / "passord.txt"
    if holds is not None:
        file.write_bytes(holds)
    refused("bolt://localhost", message, **{PASSWORD_FILE: str(file)})


def test_a_folder_is_no_file_with_a_password_and_an_empty_name_is_none(tmp_path: Path) -> None:
    assert PASSWORD_FILE in refused("bolt://localhost", messages.SERVER_PASSWORD_FILE, **{PASSWORD_FILE: str(tmp_path)})
    assert log_in("bolt://localhost", {PASSWORD_FILE: ""}, lambda: SECRET).password == SECRET


@pytest.mark.parametrize("store", ["graf", "./localhost:7687", "C:\\grafer\\fylket", "mappe/neo4j", "neo4j", "a b"])
def test_a_folder_is_no_address(store: str) -> None:
    assert not is_address(store)


@pytest.mark.parametrize("store", ["localhost:7687", "127.0.0.1:7687", "bolt:localhost", "neo4j+s:/graf.no", "Bolt:x"])
def test_what_looks_like_an_address_is_neither(store: str) -> None:
    with pytest.raises(Refusal) as refusal:
        is_address(store)
    assert refusal.value.problems[0].message is messages.SERVER_ADDRESS_ALMOST


@pytest.mark.parametrize("store", [f"neo4j:{SECRET}@127.0.0.1", f"neo4j:{SECRET}@127.0.0.1:7687", f"a:{SECRET}@b:1"])
def test_a_password_in_what_looks_like_an_address_is_not_shown(store: str) -> None:
    with pytest.raises(Refusal) as refusal:
        is_address(store)
    (problem,) = refusal.value.problems
    assert problem.message is messages.SERVER_PASSWORD_IN_ADDRESS
    assert SECRET not in problem.to("nb") + str(refusal.value)


def test_the_servers_own_database_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        log_in("bolt://localhost", {PASSWORD: SECRET}, lambda: None, database="System")
    assert refusal.value.problems[0].message is messages.SERVER_DATABASE_SYSTEM


def test_who_is_there_is_asked_last() -> None:
    assert log_in("bolt://localhost", {}, lambda: SECRET).password == SECRET
    for environment in ({}, {PASSWORD: ""}):
        with pytest.raises(Refusal, match=PASSWORD_FILE):
            log_in("bolt://localhost", environment, lambda: None)
