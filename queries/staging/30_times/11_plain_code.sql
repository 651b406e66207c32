-- A code that a spreadsheet has written as a number with a fraction: 10002510000.0 is 10002510000.
create or replace temp macro plain_code(written) as
	case when written like '%.0%' and regexp_full_match(written, '\d+\.0+') then split_part(written, '.', 1) else written end;
