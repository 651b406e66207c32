-- Keeps in the history that an import was undone.
-- params: import, when (UTC)
update import set undone_at = $undone_at::timestamp where import = $import::integer
