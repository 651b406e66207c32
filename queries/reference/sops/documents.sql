-- The SOP documents of the store as they were read, of each SOP the version that comes into force last.
-- not null: document
select arg_max(document, coalesce(effective_from, '0001-01-01'::date)) as document from sop_version group by sop order by sop
