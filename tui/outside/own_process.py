"""Processes that run modules of this package."""

from __future__ import annotations

import os
import sysconfig
from pathlib import Path


def own_environment(**added: str) -> dict[str, str]:
    """The environment of a child that runs a module of ours: this very package importable."""
    environment = os.environ | added
    root = str(Path(__file__).parents[2])
    # `-P` keeps the current folder from being searched; a checkout that is not installed is
    # found only when named. Naming an installation's folder would put it before the standard
    # library, where a distribution's module may hide a standard one.
    if root not in (sysconfig.get_path("purelib"), sysconfig.get_path("platlib")):
        inherited = environment.get("PYTHONPATH")
        environment["PYTHONPATH"] = root + (os.pathsep + inherited if inherited else "")
    return environment
