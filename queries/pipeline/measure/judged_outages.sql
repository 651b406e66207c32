-- How many outages the offices of the judged cases had.
-- rows: one
-- not null: outages
select count(*) as outages from outage_span where unit in (select unit from judged_case where warns_outage)
