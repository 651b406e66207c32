-- Reads a CSV file of which only mapped columns are needed; the columns are named by what they are mapped to.
-- params: path in the work folder, delimiter, names of all columns
-- rows: one per readable record
-- reads: csv
insert into staged by name
select columns('^(case_key|activity|step|started|completed|actor|role|unit|requirements|outputs|status|stated_at|parent)$')
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
