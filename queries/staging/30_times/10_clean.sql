-- A text without blanks around it, runs of blanks as one, no zero-width characters; null when nothing is left.
create or replace temp macro clean(written) as
	nullif(trim(regexp_replace(regexp_replace(written, '[\x{200B}-\x{200D}\x{2060}\x{FEFF}]', '', 'g'), '[\s\x{00A0}]+', ' ', 'g')), '');
