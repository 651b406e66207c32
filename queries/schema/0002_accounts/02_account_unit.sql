-- The offices an account is held to where it does not see all of them. By code: an undo forgets an office's number.
create table account_unit (account integer not null, unit_code varchar not null);
