create type severity as enum ('ringan', 'sedang', 'berat');
