-- Begins an import that somebody prepares.
insert into import_draft values ($draft::varchar, $owner::varchar, $decisions::varchar, $now::timestamp, $now::timestamp)
