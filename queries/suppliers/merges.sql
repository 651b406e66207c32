-- The suppliers that a person has confirmed to be one.
-- rows: one per key that was joined to another
-- not null: supplier_key, joined_to, confirmed_by, confirmed_at
select supplier_key, joined_to, confirmed_by, confirmed_at from supplier_merge order by supplier_key
