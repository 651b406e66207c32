-- The SOP documents of the store as they were read.
-- not null: document
select document from sop_version order by sop
