-- What persons have confirmed: two names in exports are one supplier. Keys as in src/lib/domain/evaluations/identity.ts.
create table supplier_merge (
	supplier_key varchar not null,
	joined_to varchar not null,
	confirmed_by varchar not null,
	confirmed_at timestamp not null
);
