-- The versions of evaluation schemes; saved_by is null for those of the product.
-- rows: one per version, oldest first
-- not null: scheme, version, document, saved_at, after_import
select scheme, version, document, note, saved_by, saved_at, after_import
from evaluation_scheme
order by scheme, version
