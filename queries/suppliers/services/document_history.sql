-- All documents that were noted of a supporting service, the latest first.
-- params: service
-- rows: one per note
-- not null: kind, reference, noted_by, noted_at
select kind, reference, valid_until, noted_by, noted_at
from service_document
where service = $service::integer
order by noted_at desc, kind, reference
