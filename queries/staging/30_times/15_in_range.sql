-- A time of which an office can have a record, else null.
create or replace temp macro in_range(instant) as
	case when instant >= '1990-01-01'::timestamp and instant < '2101-01-01'::timestamp then instant end;
