-- The cells of a row that are kept, by name; blank ones are left out.
create or replace temp macro kept_cells(cells, names, positions) as
	map_from_entries(list_filter(list_zip(names, list_select(cells, positions)), lambda e: trim(coalesce(e[2], '')) <> ''));
