-- Takes away the calendars of an office's own whose office is gone.
delete from calendar where contains(code, ' + ') and calendar not in (select calendar from unit)
