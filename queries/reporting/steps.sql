-- How the steps and limits of every version of every SOP are called, and who is accountable for them.
-- rows: one per version and step
-- not null: version, step, no, activity, actors
select version, step, no, activity, actors from sop_step
