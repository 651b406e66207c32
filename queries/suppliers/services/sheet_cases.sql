-- The cases that a sheet is among those of the SOPs: of its own flow, and of the procurement proposal that it opened.
-- params: sheet
-- rows: one per case; proposal — whether it is the latter
-- not null: case_id, proposal
select i.case_id, starts_with(i.case_key, 'USUL-') as proposal
from evaluation_sheet e
join case_instance i on i.unit = e.unit and i.case_key in (e.case_key, 'USUL-' || e.case_key)
join process p on p.process = i.process and p.code in ('jateng-pemantauan-kinerja', 'jateng-usulan-pengadaan')
where e.sheet = $sheet::integer
order by i.case_id
