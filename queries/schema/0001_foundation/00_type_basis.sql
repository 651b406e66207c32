create type basis as enum ('service', 'sojourn', 'limit', 'open', 'none');
