create table role (role integer not null, name varchar not null);
