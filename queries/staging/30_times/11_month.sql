-- The number of a month, two digits, by its Indonesian or English name or abbreviation.
create or replace temp macro month_number(name) as
	case lower(name)
		when 'jan' then '01' when 'januari' then '01' when 'january' then '01'
		when 'feb' then '02' when 'februari' then '02' when 'pebruari' then '02' when 'february' then '02'
		when 'mar' then '03' when 'maret' then '03' when 'march' then '03'
		when 'apr' then '04' when 'april' then '04'
		when 'mei' then '05' when 'may' then '05'
		when 'jun' then '06' when 'juni' then '06' when 'june' then '06'
		when 'jul' then '07' when 'juli' then '07' when 'july' then '07'
		when 'agu' then '08' when 'agt' then '08' when 'ags' then '08' when 'agus' then '08' when 'agustus' then '08' when 'aug' then '08' when 'august' then '08'
		when 'sep' then '09' when 'sept' then '09' when 'september' then '09'
		when 'okt' then '10' when 'oktober' then '10' when 'oct' then '10' when 'october' then '10'
		when 'nov' then '11' when 'nop' then '11' when 'november' then '11' when 'nopember' then '11'
		when 'des' then '12' when 'desember' then '12' when 'dec' then '12' when 'december' then '12'
	end;
