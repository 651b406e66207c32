-- Cases for which the order of the source was found to align at less cost.
-- params: contests — by their names
-- rows: one per case
insert into source_ordered_case
select case_id from contested_case where contest in (select unnest($contests::varchar[]))
