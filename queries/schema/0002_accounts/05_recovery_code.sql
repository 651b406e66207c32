-- Codes for the day on which the second factor is lost; each works once.
create table recovery_code (account integer not null, hash varchar not null, used_at timestamp);
