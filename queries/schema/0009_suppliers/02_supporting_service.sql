-- A supporting service (Pendukung Layanan) of an office, with the period of its contract.
create table supporting_service (
	service integer not null,
	unit integer not null,
	name varchar not null,
	supplier varchar not null,
	tax varchar,
	started date not null,
	ended date not null,
	notice_days integer not null,
	added_by varchar not null,
	added_at timestamp not null,
	sample boolean not null
);
