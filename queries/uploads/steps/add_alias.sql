-- Keeps that a text means a step.
insert into step_alias
values ($sop::varchar, $step_id::varchar, $name::varchar, $text::varchar, $saved_by::varchar, $saved_at::timestamp)
