-- The texts that somebody said mean a step of an SOP.
-- params: sop
-- rows: one per text
-- not null: step_id, name, text, saved_by, saved_at
select step_id, name, text, saved_by, saved_at from step_alias where sop = $sop::varchar order by saved_at, name
