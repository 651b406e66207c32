-- A report that was made by itself; its file lies beside the store under its id. It says itself what it is of and who had
-- asked for it, as a schedule may be gone. A removed one has no file any more; what was removed, by whom and why stays.
create table made_report (
	report varchar not null,
	schedule integer not null,
	unit_code varchar,
	sop varchar,
	filters varchar not null,
	layout varchar not null,
	asked_by varchar not null,
	since date not null,
	until date not null,
	name varchar not null,
	media_type varchar not null,
	bytes bigint not null,
	sha256 varchar not null,
	total integer not null,
	made_at timestamp not null,
	removed_at timestamp,
	removed_by varchar,
	removed_for varchar
)
