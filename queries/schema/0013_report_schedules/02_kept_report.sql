-- A report that was made by itself; its file lies beside the store under its id.
create table kept_report (
	report varchar not null,
	schedule integer not null,
	unit_code varchar,
	since date not null,
	until date not null,
	name varchar not null,
	media_type varchar not null,
	bytes bigint not null,
	sha256 varchar not null,
	total integer not null,
	made_at timestamp not null
);
