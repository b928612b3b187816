"""Counts results in DuckDB: duck.py RESULTS, a file or a glob. Prints statuses of documents, those in lists counted one by one."""
import sys

import duckdb

columns = {
    "line": "BIGINT",
    "status": "VARCHAR",
    "findings": "STRUCT(code VARCHAR, severity VARCHAR)[]",
    "results": "STRUCT(status VARCHAR, findings STRUCT(code VARCHAR)[])[]",
}
rows = duckdb.read_json(sys.argv[1], format="newline_delimited", columns=columns)
duckdb.sql(
    """create table documents as
    select status from rows where results is null
    union all
    select item.status from (select unnest(results) as item from rows)"""
)
print("lines", duckdb.sql("select count(*) from rows").fetchall()[0][0])
for status, number in duckdb.sql("select status, count(*) from documents group by all order by all").fetchall():
    print(status, number)
