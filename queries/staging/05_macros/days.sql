-- Seconds of office time that a calendar day holds.
create or replace temp macro day_seconds(s1, e1, s2, e2, s3, e3) as (e1 - s1) + (e2 - s2) + (e3 - s3);
