-- Whether any import of the processes of the judged cases says more of its events than what all events have.
-- rows: one
-- not null: any
select exists (
	from every_document_file
	where (fields or len(kept) > 0) and process in (select process from judged_case where version <> 0)
) as any
