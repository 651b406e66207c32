-- Whether the store knows an activity by one of these names.
-- rows: one where it does
-- not null: activity
select activity from activity where list_contains($names::varchar[], name) limit 1
