-- An office of the samples in which somebody has imported files of their own, followed a deviation up or noted a
-- supporting service, stays as any office first seen in a file.
update unit
set sample = false, confirmed = false
where sample and (unit in (select unit from case_instance) or unit in (select unit from followed_deviation) or unit in (select unit from supporting_service))
