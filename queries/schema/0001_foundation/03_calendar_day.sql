-- A calendar, one row per date. working_base is the office time elapsed up to 00:00 of the date, in
-- seconds, plus 10^12 for each earlier date that the calendar does not cover: a difference of 10^12 or
-- more therefore means that the interval is not covered. A slot that is not used is 0 to 0.
create table calendar_day (
	calendar integer not null,
	day date not null,
	covered boolean not null,
	kind varchar not null,
	title varchar,
	decree varchar,
	estimated boolean not null,
	slot1_start integer not null,
	slot1_end integer not null,
	slot2_start integer not null,
	slot2_end integer not null,
	slot3_start integer not null,
	slot3_end integer not null,
	working_base bigint not null,
	workday_ordinal integer not null
);
