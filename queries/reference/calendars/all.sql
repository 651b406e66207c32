-- The calendars of the store.
-- not null: calendar, code, title, content_hash
select calendar, code, title, content_hash from calendar order by calendar
