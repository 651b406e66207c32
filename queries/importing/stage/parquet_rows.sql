-- Reads the rows of a Parquet file, each as a JSON object of its columns.
-- params: path in the work folder
-- rows: one per row
-- reads: parquet
insert into staged_json
select to_json(row_of_file) from read_parquet($path::varchar) as row_of_file
