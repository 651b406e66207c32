-- The texts that somebody said mean a step of an SOP; subject — the words by which the step is known.
-- params: sop
-- rows: one per text and step
-- not null: step_id, name, text, saved_by, saved_at
select step_id, subject, name, text, saved_by, saved_at from step_alias where sop = $sop::varchar order by saved_at, name
