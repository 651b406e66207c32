-- That of the measurement, which is the coarser one of its two ends; null where nothing was measured.
alter table deviation add column precision utinyint;
