create table actor (actor integer not null, name varchar not null);
