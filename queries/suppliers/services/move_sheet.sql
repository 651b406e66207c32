-- Moves a sheet on, unless somebody has moved it since it was read: then nothing changes. What is null stays.
update evaluation_sheet
set
	state = $state::varchar,
	revision = revision + 1,
	scheme = coalesce($scheme::varchar, scheme),
	scheme_version = coalesce($scheme_version::integer, scheme_version),
	scheme_document = coalesce($scheme_document::varchar, scheme_document),
	scores = coalesce($scores::varchar, scores),
	comments = coalesce($comments::varchar, comments),
	terminated = coalesce($terminated::boolean, terminated),
	total = case when $scores::varchar is null then total else $total::bigint end,
	filled_by = coalesce($filled_by::varchar, filled_by),
	follow_up = coalesce($follow_up::varchar, follow_up)
where sheet = $sheet::integer and revision = $revision::integer
