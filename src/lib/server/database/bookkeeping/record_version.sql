-- Notes that a migration was applied now.
-- params: version, name of the migration
insert into schema_version
values ($version::integer, $name::varchar, (current_timestamp at time zone 'UTC')::timestamp)
