-- What the log says of the documents of the judged cases.
create or replace temp table new_document_check as from document_check limit 0;
