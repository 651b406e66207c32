-- Whether a cell says that there is no time. A list, because an IN of so many is a join that all rows pay for.
create or replace temp macro is_blank_time(written) as
	written is null or list_contains(['', '-', 'null', 'nil', 'none', 'n/a', '\n'], lower(trim(written)));
