-- Normalised texts under which a step or milestone of an SOP version is known.
create table sop_name (
	version integer not null,
	name varchar not null,
	step integer not null
);
