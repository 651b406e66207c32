-- What is wrong with a text that is no time: it could be read in two ways, or in none.
create or replace temp macro time_fault(written) as
	case when regexp_matches(written, '^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}') then 'ambiguous_time' else 'unreadable_time' end;
