"""Style sheets and samples are found however closeread was installed, from any folder."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASK = (
    "from tui.documents.loading import load; from tui.settings.paths import resource; "
    "print(resource('styles', 'desk.tcss')); print(load('seed:nato-russia-talks').title)"
)


@pytest.fixture(scope="module")
def unpacked_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("closeread-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


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
