-- Gives a unit a calendar.
update unit set calendar = $calendar::integer where unit = $unit::integer
