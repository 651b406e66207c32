-- Takes away the days of calendars of an office's own whose office is gone.
delete from calendar_day
where calendar in (select calendar from calendar where contains(code, ' + ') and calendar not in (select calendar from unit))
