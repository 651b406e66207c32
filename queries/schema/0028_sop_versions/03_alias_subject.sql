-- The words of the step that a text means, by which other versions of the SOP find it.
alter table step_alias add column subject varchar
