-- Why records of a file were rejected, commonest first.
-- params: file
-- rows: one per reason and column
-- not null: reason, records
select reason, column_name, count(*) as records
from import_reject
where file = $file::integer
group by reason, column_name
order by records desc, reason, column_name
