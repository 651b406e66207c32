-- An amount as a plain number: "Rp 1.234.567,00" is 1234567, "67,4 Jt" 67400000, "1,7 M" (miliar) 1700000000. What is a
-- number as programs write it stays, and what is none of these, too.
create or replace temp macro money(written) as
	case
		when written is null or regexp_full_match(written, '-?\d+(\.\d+)?([eE][+-]?\d+)?') then written
		else coalesce(
			list_transform(
				[regexp_extract(upper(regexp_replace(written, '\s', '', 'g')), '^(?:RP\.?|IDR)?(-?[\d.]+)(?:,(\d+))?(RB|RIBU|JT|JUTA|M|MILIAR|MILYAR|T|TRILIUN)?$', ['w', 'f', 'u'])],
				lambda part: regexp_replace((
					try_cast(replace(part.w, '.', '') || case when part.f = '' then '' else '.' || part.f end as decimal(38, 6))
					* case
						when part.u in ('RB', 'RIBU') then 1000
						when part.u in ('JT', 'JUTA') then 1000000
						when part.u in ('M', 'MILIAR', 'MILYAR') then 1000000000
						when part.u in ('T', 'TRILIUN') then 1000000000000
						else 1
					end
				)::varchar, '\.?0+$', '')
			)[1],
			written
		)
	end;
