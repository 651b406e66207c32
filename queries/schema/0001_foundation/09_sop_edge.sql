create table sop_edge (
	version integer not null,
	source integer not null,
	target integer not null,
	condition varchar,
	inferred boolean not null
);
