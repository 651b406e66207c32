-- Takes a calendar's name away, to be given anew.
delete from calendar where calendar = $calendar::integer
