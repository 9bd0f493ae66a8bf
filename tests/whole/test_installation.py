"""Style sheets and samples are found however closeread was installed, from any folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from email.parser import Parser
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASK = (
    "from tui.documents.loading import load; from tui.settings.paths import resource; "
    "print(resource('styles', 'desk.tcss')); print(load('seed:nato-russia-talks').title)"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("closeread-*.whl")
    return built


@pytest.fixture(scope="module")
def unpacked_wheel(wheel: Path) -> Path:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(wheel.parent / "installed")
    return wheel.parent / "installed"


def ask(package_root: Path, cwd: Path) -> list[str]:
    script = f"import sys; sys.path.insert(0, {str(package_root)!r}); {ASK}"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=cwd, check=True, capture_output=True, text=True
    )
    return done.stdout.splitlines()


def test_a_wheel_brings_its_own(unpacked_wheel: Path, tmp_path: Path) -> None:
    sheet, title = ask(unpacked_wheel, tmp_path)
    assert sheet == str(unpacked_wheel / "tui" / "_data" / "styles" / "desk.tcss")
    assert title.startswith("The differences between Russia")


def test_a_checkout_and_an_editable_install_use_the_folders_beside_the_package(
    tmp_path: Path,
) -> None:
    sheet, title = ask(ROOT, tmp_path)
    assert sheet == str(ROOT / "styles" / "desk.tcss")
    assert title.startswith("The differences between Russia")


def requirements(wheel: Path) -> list[str]:
    """What a wheel asks for."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
        metadata = Parser().parsestr(archive.read(name).decode())
    return metadata.get_all("Requires-Dist") or []


def write_stand_in(folder: Path, name: str, version: str) -> None:
    """A wheel of a name and version with nothing in it: a tool is installed without a network."""
    folded = name.replace("-", "_")
    info = f"{folded}-{version}.dist-info"
    files = {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{file},,\n" for file in (*files, f"{info}/RECORD"))
    with zipfile.ZipFile(folder / f"{folded}-{version}-py3-none-any.whl", "w") as archive:
        for file, text in {**files, f"{info}/RECORD": record}.items():
            archive.writestr(file, text)


def test_what_the_wheel_asks_for_is_what_any_registry_has(wheel: Path) -> None:
    asked = requirements(wheel)
    assert len(asked) > 10
    # An address could not be published, an extra would have to be asked for.
    assert [each for each in asked if "@" in each or "extra ==" in each] == []


def test_the_wheel_is_installed_as_one_tool(wheel: Path, tmp_path: Path) -> None:
    for each in requirements(wheel):
        name = re.split(r"[<>=~!;\[ ]", each)[0]
        write_stand_in(tmp_path, name, version(name))
    places = {"UV_TOOL_DIR": tmp_path / "tools", "UV_TOOL_BIN_DIR": tmp_path / "bin"}
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("UV_")}
    environment = {
        **inherited,
        **{key: str(place) for key, place in places.items()},
        "UV_CACHE_DIR": str(tmp_path / "cache"),
        "CLOSEREAD_HOME": str(tmp_path / "home"),
        # What the stand-ins stand for.
        "PYTHONPATH": sysconfig.get_path("purelib"),
    }
    uv = [sys.executable, "-m", "uv", "--no-config", "--offline"]
    install = ["tool", "install", "--python", sys.executable, "--no-index"]
    subprocess.run(
        [*uv, *install, "--find-links", str(tmp_path), str(wheel)],
        cwd=tmp_path,
        env=environment,
        check=True,
        capture_output=True,
    )
    tool = tmp_path / "bin" / "closeread"
    for arguments, words in (
        (["--version"], "closeread "),
        (["completion", "bash"], "_CLOSEREAD_COMPLETE"),
        (["analyze", "seed:nato-russia-talks"], "Jens Stoltenberg"),
    ):
        done = subprocess.run(
            [tool, *arguments], cwd=tmp_path, env=environment, check=True, capture_output=True
        )
        assert words in done.stdout.decode()
