-- The SOPs of the store, and whether it has any case at all.
-- rows: one per SOP
-- not null: process, code, title, any_case
select process, code, title, exists (from case_instance) as any_case
from process
where kind = 'sop'
order by title
