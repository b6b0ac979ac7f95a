import psycopg
import pytest

from groundswell.config.scratch_postgres import programs, scratch_cluster

pytestmark = pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed")


def test_a_scratch_cluster_answers_and_is_gone_afterwards() -> None:
    with scratch_cluster(max_connections="7") as url, psycopg.connect(url) as connection:
        assert connection.execute("SHOW max_connections").fetchone() == ("7",)
        assert connection.execute("SHOW synchronous_commit").fetchone() == ("on",)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)
