-- What the rows of a long file say beyond what all events have.
-- params: file; names and positions of the columns that are kept
-- rows: one per row that says more
insert into typed_detail
select file, record, 0, requirements, outputs, null, attributes
from (
	select $file::integer as file, record, clean(requirements) as requirements, clean(outputs) as outputs, kept_cells(cells, $names::varchar[], $positions::integer[]) as attributes
	from staged
)
where requirements is not null or outputs is not null or cardinality(attributes) > 0
