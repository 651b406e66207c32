-- The views that somebody keeps, and those that others share.
-- params: owner
-- rows: one per view, by name
-- not null: saved_view, own, by_name, name, address, shared, saved_at
select saved_view, owner = $owner::varchar as own, by_name, name, address, shared, saved_at
from saved_view
where owner = $owner::varchar or shared
order by lower(name), saved_view
