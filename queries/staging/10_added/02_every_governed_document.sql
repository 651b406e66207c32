-- What the store and the running change know.
create or replace temp view every_governed_document as from governed_document union all from new_governed_document;
