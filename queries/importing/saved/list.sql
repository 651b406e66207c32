-- The ways to read a file that people have kept, by name.
-- rows: one per way
-- not null: saved_profile, name, header, content, saved_by, saved_at
select saved_profile, name, header, content, saved_by, saved_at
from saved_profile
order by lower(name), saved_profile
