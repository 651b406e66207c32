-- Notes a document of a supporting service; the one before stays in the table.
insert into service_document
values ($service::integer, $kind::varchar, $reference::varchar, $valid_until::date, $by::varchar, $now::timestamp)
