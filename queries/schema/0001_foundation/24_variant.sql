-- A distinct sequence of activities, read along an SOP version (0: none) to its end or as a prefix.
-- fingerprint and parity tell it from all others; steps are filled in by activity_step when it is read.
create table variant (
	variant integer not null,
	version integer not null,
	complete boolean not null,
	fingerprint hugeint not null,
	parity ubigint not null,
	activities integer[] not null
);
