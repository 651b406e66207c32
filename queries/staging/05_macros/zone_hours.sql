-- Hours by which the clock of an Indonesian zone is ahead of UTC.
create or replace temp macro zone_hours(zone) as
	case zone when 'Asia/Makassar' then 8 when 'Asia/Jayapura' then 9 else 7 end;
