-- Files of the running import that say more of their events than what all events have. fields: a column of requirements or of
-- outputs; names: what names of documents in it mean in the SOP, a JSON object.
create or replace temp table new_document_file (
	file integer not null,
	source_order ubigint not null,
	process integer not null,
	fields boolean not null,
	kept varchar[] not null,
	names varchar not null
);
