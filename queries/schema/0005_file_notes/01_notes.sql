-- What the reader of a file has to know about it, as JSON: a list of codes of sentences with their places.
alter table import_file add column notes varchar;
