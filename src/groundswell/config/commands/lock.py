import argparse
import shutil
import subprocess

from groundswell.config.paths import PROJECT
from groundswell.config.terminal import Stopped, say

summary = "resolve requirements*.in into the hash-locked requirements*.txt (needs uv)"
NAMES = ("requirements", "requirements-dev", "requirements-browser")
OPTIONS = (
    "--generate-hashes",
    "--no-annotate",
    "--no-header",
    "--universal",
    "--no-emit-index-url",
    "--python-version=3.11",
    "--quiet",
)


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")


def run(options: argparse.Namespace) -> int:
    uv = shutil.which("uv")
    if uv is None:
        raise Stopped("Locking needs uv on the PATH, for instance: pipx install uv")
    for name in NAMES:
        upgrade = ["--upgrade"] if options.upgrade else []
        command = [uv, "pip", "compile", *OPTIONS, *upgrade, f"{name}.in", "-o", f"{name}.txt"]
        subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
        say(f"{name}.txt is locked")
    return 0
