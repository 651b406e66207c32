-- Keeps that a text means a step; subject — the words by which the step is known, normalised.
insert into step_alias (sop, step_id, name, text, saved_by, saved_at, subject)
values ($sop::varchar, $step_id::varchar, $name::varchar, $text::varchar, $saved_by::varchar, $saved_at::timestamp, $subject::varchar)
