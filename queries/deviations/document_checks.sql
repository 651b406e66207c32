-- Of which step occurrences of a case the log speaks about requirements and outputs.
-- params: case_id
-- rows: one per step occurrence and kind
-- not null: event, kind, asked, spoken, missing, step_no
select k.event, k.kind::varchar as kind, k.asked, k.spoken, k.missing, k.said, t.no as step_no, k.occurrence
from document_check k
join sop_step t on t.version = k.version and t.step = k.step
where k.case_id = $case_id::integer
order by k.step, k.occurrence, k.kind
