-- Sets aside the records that the database could not read, each with its first fault.
-- params: file, the columns of the header
-- rows: one per such record
insert into staged_reject
select
	$file::integer,
	line - 1,
	false,
	arg_min(case when error_type::varchar in ('MISSING COLUMNS', 'TOO MANY COLUMNS') then null else ($columns::varchar[])[column_idx::bigint] end, coalesce(column_idx, 0)),
	left(any_value(csv_line), 200),
	arg_min(
		case error_type::varchar
			when 'MISSING COLUMNS' then 'wrong_column_count'
			when 'TOO MANY COLUMNS' then 'wrong_column_count'
			when 'UNQUOTED VALUE' then 'broken_quotes'
			when 'LINE SIZE OVER MAXIMUM' then 'record_too_long'
			when 'INVALID ENCODING' then 'unreadable_text'
			when 'INVALID STATE' then 'broken_quotes'
			else 'unreadable_record'
		end,
		coalesce(column_idx, 0)
	)
from reject_errors
where scan_id = (select max(scan_id) from reject_scans)
group by line
