-- Takes away prepared imports that nobody touched since a moment.
delete from import_draft where changed_at < $before::timestamp
