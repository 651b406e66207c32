-- Says which actor each written name is.
update written_name set number = d.actor
from every_actor d
where written_name.dictionary = 'actor' and d.name = written_name.name
