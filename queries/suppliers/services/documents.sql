-- The documents of supporting services; of a kind the one noted last.
-- rows: one per service and kind
-- not null: service, kind, reference
select service, kind, arg_max(reference, noted_at) as reference, (max_by({u: valid_until}, noted_at)).u as valid_until
from service_document
group by service, kind
order by service, kind
