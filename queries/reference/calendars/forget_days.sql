-- Takes the days of a calendar away, to be given anew.
delete from calendar_day where calendar = $calendar::integer
