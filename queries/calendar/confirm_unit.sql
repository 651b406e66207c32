-- States which office a unit is.
update unit set name = $name::varchar, zone = $zone::varchar, confirmed = true where unit = $unit::integer
