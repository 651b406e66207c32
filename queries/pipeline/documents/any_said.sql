-- Whether the imports of the judged cases can speak of documents at all.
-- rows: one
-- not null: any
select exists (from document_column) or exists (
	from every_document_file where fields and process in (select process from judged_case where version <> 0)
) as any
