-- Which role of the SOPs a person of an office has from a date until another, both included; until is null for "still". person is
-- the name or number as logs write it. A person may have several roles at a time.
create table person_role (
	entry integer not null,
	unit integer not null,
	person varchar not null,
	role varchar not null,
	valid_from date not null,
	valid_until date,
	added_by varchar not null,
	added_at timestamp not null
);
