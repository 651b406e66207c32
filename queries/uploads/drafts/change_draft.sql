-- Keeps what somebody decided about an import that they prepare.
-- params: draft, owner, decisions, now
update import_draft set decisions = $decisions::varchar, changed_at = $now::timestamp
where draft = $draft::varchar and owner = $owner::varchar
