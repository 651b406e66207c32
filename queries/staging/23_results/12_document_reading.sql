-- What wordings come to, held against the SOP.
create or replace temp table document_reading (
	wording varchar not null,
	kind varchar not null,
	asked integer not null,
	spoken integer not null,
	missing integer not null,
	said varchar
);
