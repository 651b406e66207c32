-- What somebody did with a sheet; added, never changed, but for published: its event is among the cases of the SOP.
-- acted_at is on the clock of the office.
create table evaluation_act (
	act integer not null,
	sheet integer not null,
	unit integer not null,
	act_kind varchar not null,
	acted_by varchar not null,
	full_name varchar not null,
	acted_at timestamp not null,
	reason varchar,
	published boolean not null
);
