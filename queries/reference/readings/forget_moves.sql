-- Drops how variants read along an SOP version that is given anew.
delete from move where variant in (select variant from variant where version = $version::integer)
