-- How somebody last read files with this header: reading is JSON as the import page sends it. header is the SHA-256 of
-- the normalised column names in their order.
create table saved_reading (
	header varchar not null,
	owner varchar not null,
	reading varchar not null,
	saved_at timestamp not null
);
