-- Takes away an import that was prepared.
delete from import_draft where draft = $draft::varchar and owner = $owner::varchar
