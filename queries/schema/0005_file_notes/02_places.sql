-- Where the records of a workbook stand, as JSON: a list of record, sheet and row, each valid until the next; null for other formats.
alter table import_file add column places varchar;
