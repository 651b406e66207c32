-- Names a calendar.
insert into calendar values ($calendar::integer, $code::varchar, $title::varchar, $content_hash::varchar)
