-- Takes back what a person said of a supplier's being another.
delete from supplier_merge where supplier_key = $supplier_key::varchar
