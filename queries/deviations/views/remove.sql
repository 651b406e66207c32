-- Forgets a view of its owner.
-- params: saved_view, owner
delete from saved_view where saved_view = $saved_view::integer and owner = $owner::varchar
