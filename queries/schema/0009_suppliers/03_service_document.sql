-- A document of a supporting service; the latest of a kind counts. valid_until is null where it does not expire.
create table service_document (
	service integer not null,
	kind varchar not null,
	reference varchar not null,
	valid_until date,
	noted_by varchar not null,
	noted_at timestamp not null
);
