-- An office of the samples in which somebody has imported files of their own, or followed a deviation up, stays as
-- any office first seen in a file.
update unit
set sample = false, confirmed = false
where sample and (unit in (select unit from case_instance) or unit in (select unit from followed_deviation))
