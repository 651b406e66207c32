-- A text without the markup, character references and written line breaks that exports carry in it.
create or replace temp macro plain_text(written) as
	case
		when contains(written, '<') or contains(written, '&') or contains(written, '\') then clean(
			replace(replace(replace(replace(replace(replace(
				regexp_replace(regexp_replace(written, '\\r\\n|\\[rnt]', ' ', 'g'), '</?[A-Za-z][^<>]*>', ' ', 'g'),
				'&nbsp;', ' '), '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&amp;', '&')
		)
		else clean(written)
	end;
