-- Ways to read a file that people have kept. header is that of the file, normalised and sorted: a file with the same
-- columns is read in the same way unless somebody says otherwise. content is a profile as in data/export-profiles, JSON.
create table saved_profile (
	saved_profile integer not null,
	name varchar not null,
	header varchar not null,
	content varchar not null,
	saved_by varchar not null,
	saved_at timestamp not null
);
