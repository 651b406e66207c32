-- Office seconds of a day up to a second of the day, by its slots.
create or replace temp macro office_seconds(second, s1, e1, s2, e2, s3, e3) as
	greatest(0, least(second, e1) - s1) + greatest(0, least(second, e2) - s2) + greatest(0, least(second, e3) - s3);
