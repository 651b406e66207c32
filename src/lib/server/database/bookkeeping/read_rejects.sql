-- Reads a file of one good record so that DuckDB makes its tables of rejects on this connection:
-- statements that copy them can then be prepared.
-- params: path of the file
select * from read_csv($path::varchar, header = true, columns = {'a': 'integer'}, store_rejects = true)
