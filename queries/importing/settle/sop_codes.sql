-- The SOPs that cases can be executions of.
-- rows: one per SOP
-- not null: code
select code from process where kind = 'sop' order by code
