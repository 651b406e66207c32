-- Whether a cell says that there is no time.
create or replace temp macro is_blank_time(written) as
	written is null or lower(trim(written)) in ('', '-', 'null', 'nil', 'none', 'n/a', '\n');
