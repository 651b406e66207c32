-- Of which step, by its words, the value was confirmed: versions of an SOP number their rows anew. Null until the catalogue is
-- read the next time, which fills it in.
alter table sop_confirmation add column subject varchar
