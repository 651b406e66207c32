-- Takes away a kept way to read a file.
-- params: saved_profile
delete from saved_profile where saved_profile = $saved_profile::integer
