"""The launcher, run for real in a folder of its own with pretend Pythons on the PATH."""

import shutil
import subprocess
from pathlib import Path

import pytest

from groundswell.config.paths import PROJECT

PRETEND_PYTHON = """#!/bin/sh
echo "$(basename "$0") $*" >> "{log}"
case "$*" in
  *version_info*) echo {version} ;;
  *ensurepip*) exit {venv_missing} ;;
  *"import django"*) exit 0 ;;
  "-m pip --version") exit 0 ;;
  "-m venv --clear "*) mkdir -p "$4/bin" && cp "$0" "$4/bin/python" ;;
  "-m pip install"*) echo "$PWD" >> "{log}" ;;
  "-m groundswell.config.cli"*) echo "ran $* in $PWD with $PYTHONPATH" ;;
esac
"""
BROKEN_SHIM = "#!/bin/sh\necho 'pyenv: command not found' >&2\nexit 127\n"


class Machine:
    """A folder with the launcher and a PATH that holds only what a test puts there."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "groundswell"
        self.path = folder / "path"
        self.log = folder / "calls"
        self.home.mkdir()
        self.path.mkdir()
        shutil.copy(PROJECT / "groundswell", self.home)
        for lock in ("requirements.txt", "requirements-dev.txt", "requirements-browser.txt"):
            (self.home / lock).write_text(f"# {lock}\n")
        for tool in ("sh", "dirname", "basename", "cmp", "cp", "mkdir", "readlink", "cat", "ln"):
            (self.path / tool).symlink_to(shutil.which(tool) or tool)

    def add(self, name: str, script: str) -> None:
        (self.path / name).write_text(script)
        (self.path / name).chmod(0o755)

    def add_python(self, name: str, version: int, *, venv_missing: bool = False) -> None:
        script = PRETEND_PYTHON.format(log=self.log, version=version, venv_missing=int(venv_missing))
        self.add(name, script)

    def run(self, *words: str, cwd: Path | None = None) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [str(self.home / "groundswell"), *words],
            env={"PATH": str(self.path)},
            cwd=cwd or self.home,
            capture_output=True,
            text=True,
            timeout=20,
        )

    def installs(self) -> int:
        return self.log.read_text().count("-m pip install")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_shim_that_fails_is_passed_over(machine: Machine) -> None:
    machine.add("python3.13", BROKEN_SHIM)
    machine.add_python("python3.12", 312)
    ran = machine.run("doctor", "--all")
    assert "ran -m groundswell.config.cli doctor --all" in ran.stdout
    assert "python3.12 -m venv" in machine.log.read_text()


def test_the_newest_python_is_taken_also_when_it_is_only_called_python3(machine: Machine) -> None:
    machine.add_python("python3.11", 311)
    machine.add_python("python3", 314)
    machine.run("doctor")
    assert "python3 -m venv" in machine.log.read_text()


def test_a_python_without_venv_gives_way_to_an_older_one_with_it(machine: Machine) -> None:
    machine.add_python("python3.13", 313, venv_missing=True)
    machine.add_python("python3.11", 311)
    assert "ran " in machine.run("doctor").stdout


def test_without_venv_the_missing_debian_package_is_named(machine: Machine) -> None:
    machine.add_python("python3.11", 311, venv_missing=True)
    ran = machine.run("doctor")
    assert ran.returncode == 1
    assert "apt install python3.11-venv" in ran.stderr


def test_without_any_python_it_says_what_is_needed(machine: Machine) -> None:
    ran = machine.run("doctor")
    assert ran.returncode == 1
    assert "Python 3.11 or newer" in ran.stderr


def test_a_second_start_installs_nothing(machine: Machine) -> None:
    machine.add_python("python3.11", 311)
    machine.run("doctor")
    machine.run("doctor")
    assert machine.installs() == 1


def test_a_changed_lock_is_installed_again(machine: Machine) -> None:
    machine.add_python("python3.11", 311)
    machine.run("doctor")
    (machine.home / "requirements.txt").write_text("# newer\n")
    machine.run("doctor")
    assert machine.installs() == 2


def test_the_tools_for_testing_are_installed_only_for_test_and_check(machine: Machine) -> None:
    machine.add_python("python3.11", 311)
    machine.run("doctor")
    assert "requirements-dev.txt" not in machine.log.read_text()
    machine.run("check")
    assert "requirements-dev.txt" in machine.log.read_text()


def test_what_the_browser_needs_comes_only_with_a_chromium(machine: Machine) -> None:
    machine.add_python("python3.11", 311)
    machine.run("test")
    assert "requirements-browser.txt" not in machine.log.read_text()
    machine.add("chromium", "#!/bin/sh\n")
    machine.run("test")
    assert "requirements-browser.txt" in machine.log.read_text()


def test_it_works_from_anywhere_and_through_links(machine: Machine, tmp_path: Path) -> None:
    machine.add_python("python3.11", 311)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (machine.home / ".venv").symlink_to(tmp_path / "environment")
    (tmp_path / "environment").mkdir()
    (elsewhere / "gw").symlink_to("../groundswell/groundswell")
    ran = subprocess.run(
        [str(elsewhere / "gw"), "backup"],
        env={"PATH": str(machine.path)},
        cwd=elsewhere,
        capture_output=True,
        text=True,
    )
    assert f"in {elsewhere} with {machine.home}/src" in ran.stdout
    assert (tmp_path / "environment" / "installed" / "requirements.txt").exists()
