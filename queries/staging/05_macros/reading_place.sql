-- One number for a position of a variant: a join on it waits until both sides of it are known, where a join on
-- variant and position would first multiply the cases of a variant by its moves.
create or replace temp macro reading_place(variant, place) as variant::bigint * 4294967296 + place;
