-- A report that is made by itself of each week, month, quarter or semester that is over. unit_code and sop are null for
-- all; filters as the list's address writes them.
create table report_schedule (
	schedule integer not null,
	unit_code varchar,
	sop varchar,
	filters varchar not null,
	every varchar not null,
	layout varchar not null,
	format varchar not null,
	locale varchar not null,
	added_by varchar not null,
	added_at timestamp not null
);
