-- The value that was confirmed, as the document wrote it: another version may say another.
alter table sop_confirmation add column value varchar
