from pathlib import Path

import pytest

from groundswell.config.commands.demo import READY, empty
from groundswell.config.terminal import Stopped


def test_starting_over_deletes_the_demo(tmp_path: Path) -> None:
    (tmp_path / READY).touch()
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "list.csv").touch()
    empty(tmp_path)
    assert not (tmp_path / "files").exists()


def test_a_world_half_made_is_cleared_away(tmp_path: Path) -> None:
    empty(tmp_path)
    (tmp_path / "groundswell.sqlite3").touch()
    empty(tmp_path)
    assert not (tmp_path / "groundswell.sqlite3").exists()


def test_a_folder_that_is_no_demo_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "data.key").write_text("precious")
    with pytest.raises(Stopped, match="not a demo"):
        empty(tmp_path)
    assert (tmp_path / "data.key").read_text() == "precious"
