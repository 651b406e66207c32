-- Says which role each written name is.
update written_name set number = d.role
from every_role d
where written_name.dictionary = 'role' and d.name = written_name.name
