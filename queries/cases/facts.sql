-- What rows say of one case as a whole.
-- params: case_id
-- rows: one per row, in the order of the imports
-- not null: file, name, sha256, record, profile, import
select f.file, i.name, i.sha256, f.record, f.profile, i.import, f.status, f.stated, f.stated_at, f.parent_key, f.attributes, p.case_id as parent_case
from case_fact f
join import_file i on i.file = f.file
left join case_instance c on c.case_id = f.case_id
left join case_instance p on f.parent_key is not null and p.unit = c.unit and p.process = c.process and p.case_key = f.parent_key and p.case_id <> f.case_id
where f.case_id = $case_id::integer
order by i.import, i.source_order, f.record
