-- Reads a time that a file writes: by the explicit formats if there are any, else in a form that has one meaning. A bare
-- number from 36526 to 73050 is a day as spreadsheets count them, 2000 to 2099, its fraction the time of day.
-- A list of one keeps each regular expression from being run for every use of its parts. Answers {t, p, o} as iso_time; t is null for a text that is none of these or names a day that does not exist.
create or replace temp macro read_time(written, formats, precisions) as
	case
		when is_blank_time(written) then null
		when try_strptime(trim(written), formats[1]) is not null
			then {'t': try_strptime(trim(written), formats[1]), 'p': precisions[1], 'o': null::integer}
		when try_strptime(trim(written), formats[2]) is not null
			then {'t': try_strptime(trim(written), formats[2]), 'p': precisions[2], 'o': null::integer}
		when try_strptime(trim(written), formats[3]) is not null
			then {'t': try_strptime(trim(written), formats[3]), 'p': precisions[3], 'o': null::integer}
		when try_strptime(trim(written), formats[4]) is not null
			then {'t': try_strptime(trim(written), formats[4]), 'p': precisions[4], 'o': null::integer}
		when try_strptime(trim(written), formats[5]) is not null
			then {'t': try_strptime(trim(written), formats[5]), 'p': precisions[5], 'o': null::integer}
		when try_strptime(trim(written), formats[6]) is not null
			then {'t': try_strptime(trim(written), formats[6]), 'p': precisions[6], 'o': null::integer}
		when try_strptime(trim(written), formats[7]) is not null
			then {'t': try_strptime(trim(written), formats[7]), 'p': precisions[7], 'o': null::integer}
		when try_strptime(trim(written), formats[8]) is not null
			then {'t': try_strptime(trim(written), formats[8]), 'p': precisions[8], 'o': null::integer}
		when regexp_full_match(trim(written), '\d{5}(?:[.,]\d+)?') and try_cast(replace(trim(written), ',', '.') as double) >= 36526 and try_cast(replace(trim(written), ',', '.') as double) < 73051
			then {
				't': '1899-12-30'::timestamp + to_seconds(round(try_cast(replace(trim(written), ',', '.') as double) * 86400)),
				'p': (case when regexp_full_match(trim(written), '\d{5}') then 3 else 1 end)::utinyint,
				'o': null::integer
			}
		when regexp_matches(written, '^\s*\d{4}-')
			then list_transform([regexp_extract(trim(written), '^(\d{4}-\d{2}-\d{2})(?:[T ]\s*(\d{2}:\d{2})(:\d{2}(?:[.,]\d{1,9})?)?)?\s*(Z|z|[+-]\d{2}(?::?\d{2})?)?$', ['d', 'm', 's', 'o'])], lambda part: iso_time(part))[1]
		when regexp_matches(written, '^\s*(?:[A-Za-z''`]+,\s*)?\d')
			then list_transform([regexp_extract(trim(written), '^(?:[A-Za-z''`]+,\s*)?(\d{1,2})[\s-]+([A-Za-z]+)\.?[\s-]+(\d{4})(?:,?\s+(?:(?i:pukul|jam)\s+)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s*(?:WIB|WITA|WIT))?)?$', ['d', 'b', 'y', 'h', 'm', 's'])], lambda part: day_first_time(part))[1]
		else list_transform([regexp_extract(trim(written), '^([A-Za-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AaPp][Mm])?)?$', ['b', 'd', 'y', 'h', 'm', 's', 'a'])], lambda part: month_first_time(part))[1]
	end;
