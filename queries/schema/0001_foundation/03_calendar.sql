create table calendar (calendar integer not null, code varchar not null, title varchar not null, content_hash varchar not null);
