-- The processes of the store, with the number of their cases.
-- rows: one per process
-- not null: process, code, title, kind, cases
select p.process, p.code, p.title, p.kind, count(c.case_id) as cases
from process p
left join case_instance c on c.process = p.process
group by p.process, p.code, p.title, p.kind
order by p.title
