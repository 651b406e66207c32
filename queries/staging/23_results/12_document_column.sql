-- Columns kept with events that each speak of one document of an SOP, as they are named in the files.
create or replace temp table document_column (version integer not null, names varchar[] not null);
