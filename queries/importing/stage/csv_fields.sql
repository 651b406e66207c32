-- Reads a CSV file of which only mapped columns are needed; the columns are named by what they are mapped to.
-- params: path in the work folder, delimiter, names of all columns; explicit — whether times have formats of their own
-- rows: one per readable record
-- reads: csv
create or replace temp table staged_fields as
select
	columns('^(case_key|activity|step|actor|role|unit|requirements|outputs|status|stated_at|parent)$'),
	plain_time(columns('^(started|completed)$'), $explicit::boolean) as '\1_at',
	case when plain_time(columns('^(started|completed)$'), $explicit::boolean) is null then columns('^(started|completed)$') end as '\1'
from read_csv(
	$path::varchar,
	all_varchar = true,
	header = true,
	delim = $delimiter::varchar,
	quote = '"',
	escape = '"',
	comment = '',
	names = $names::varchar[],
	strict_mode = true,
	null_padding = false,
	sample_size = 1,
	store_rejects = true,
	rejects_limit = 0
)
