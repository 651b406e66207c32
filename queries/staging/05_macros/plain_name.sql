-- A name as it is compared: small letters, everything else one blank.
create or replace temp macro plain_name(name) as trim(regexp_replace(lower(name), '[^\p{L}\p{N}]+', ' ', 'g'));
