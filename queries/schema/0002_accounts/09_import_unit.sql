-- The offices that an import says anything of. It stays when the import is undone: whoever did not see it still does not.
create table import_unit (import integer not null, unit_code varchar not null);
