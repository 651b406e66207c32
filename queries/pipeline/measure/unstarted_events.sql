-- How many events of the judged cases have no start.
-- rows: one
-- not null: events
select count(*) as events from judged_event where started is null
