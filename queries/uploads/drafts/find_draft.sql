-- An import that somebody prepares, by its number; another's is not answered.
-- params: draft, owner
-- rows: one, or none
-- not null: draft, decisions, created_at, changed_at
select draft, decisions, created_at, changed_at from import_draft where draft = $draft::varchar and owner = $owner::varchar
