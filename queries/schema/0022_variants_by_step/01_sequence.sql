-- A sequence by what its events mean, so that offices which spell a step differently show the same variant. An entry is the
-- step of the variant's SOP version, or -1 - activity for what that version does not have (all, without a version).
alter table variant rename column activities to sequence;
