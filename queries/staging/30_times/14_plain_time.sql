-- Reads a time in the commonest form, 2025-01-31 08:00:00, at a tenth of the cost of all others; null for any other text,
-- and where the times of the file have formats of their own.
create or replace temp macro plain_time(written, explicit) as
	case when not explicit and written like '____-__-__ __:__:__' then try_cast(written as timestamp) end;
