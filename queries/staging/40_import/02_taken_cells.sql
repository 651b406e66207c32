-- What is kept of a row's cells, by name; what is blank is left out.
create or replace temp macro taken_cells(cells, names, positions, takes, keys) as
	map_from_entries(
		list_filter(
			list_transform(list_zip(names, list_select(cells, positions), takes, keys), lambda e: {'name': e[1], 'value': taken(e[2], e[3], e[4])}),
			lambda e: e.value is not null
		)
	);
