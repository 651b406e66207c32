-- What names of documents in files mean in the SOP, as the profiles say that these were read by.
-- rows: one per file with such names
-- not null: process, source_order, names
select process, source_order::varchar as source_order, names
from every_document_file
where names <> '{}'
