-- A file of outages as it was sent, which the outages that it gave cite by row. content is the text itself: small, typed by people.
create table outage_file (
	outage_file integer not null,
	unit integer not null,
	name varchar not null,
	sha256 varchar not null,
	content varchar not null,
	added_by varchar not null,
	added_at timestamp not null
)
