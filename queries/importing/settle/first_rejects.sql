-- The first rejected records of a file of the running import.
-- params: file, most
-- rows: one per record
-- not null: record, reason
select record, column_name, value, reason from staged_reject where file = $file::integer order by record limit $most::integer
