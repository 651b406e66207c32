-- The outages of a unit, overlapping ones joined. working_before is the office time lost to earlier
-- spans; workdays_before the working days lost entirely in earlier spans.
create table outage_span (
	unit integer not null,
	started timestamp not null,
	ended timestamp not null,
	working_started bigint not null,
	working_ended bigint not null,
	working_before bigint not null
);
