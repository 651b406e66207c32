delete from visible_unit
