-- The texts under which the steps of an SOP version are known.
-- params: version
-- not null: name, step
select name, step from sop_name where version = $version::integer
