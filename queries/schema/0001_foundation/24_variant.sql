-- A distinct sequence of activities, read along an SOP version (0: none) to its end or as a prefix.
create table variant (
	variant integer not null,
	version integer not null,
	complete boolean not null,
	fingerprint uhugeint not null,
	activities integer[] not null
);
