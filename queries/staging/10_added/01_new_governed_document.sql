-- Planned stages and the documents they govern that the running import is the first to know both of.
create or replace temp table new_governed_document as from governed_document limit 0;
