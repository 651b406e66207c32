-- Keeps what the log says of the documents of the judged cases.
-- rows: one per step occurrence and kind
insert into document_check from new_document_check
