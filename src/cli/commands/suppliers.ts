import { plainTotal } from '$lib/domain/evaluations/score';
import { readServiceStandings } from '$lib/server/suppliers/service-standings';
import { readSuppliers } from '$lib/server/suppliers/read-suppliers';
import { m } from '$lib/paraglide/messages';
import { callScope, refusePositionals, scopeOptions } from '../command';
import type { Command } from '../command';
import { writeJson, writeTable } from '../output';

export const suppliersCommand: Command = {
	options: { unit: scopeOptions.unit, from: scopeOptions.from, to: scopeOptions.to },
	run: (call) =>
		call.withStore(async (store) => {
			refusePositionals(call);
			const scope = await callScope(call, store);
			const { suppliers } = await readSuppliers(store, scope);
			const rows = [
				...suppliers.map(({ name, standing, packages }) => ({
					supplier: name,
					evaluations: packages.filter(({ evaluation }) => evaluation !== null).length,
					...{ approved: standing.n, total: standing.mean, band: standing.band?.id ?? null },
					aspects: Object.fromEntries(
						Object.entries(standing.aspects).map(([id, aspect]) => [id, aspect?.mean ?? null])
					)
				})),
				...(await readServiceStandings(store, scope)).map((one) => ({
					supplier: one.supplier,
					...{ evaluations: one.evaluations, approved: one.approved },
					total: one.approved === 0 ? null : plainTotal(one.sum) / one.approved,
					...{ band: one.band, aspects: one.aspects }
				}))
			];
			if (call.json) writeJson(rows);
			else
				writeTable(
					[
						m.suppliers_name(),
						m.suppliers_n(),
						m.cli_approved(),
						m.suppliers_mean(),
						m.suppliers_band()
					],
					rows.map((row) => [row.supplier, row.evaluations, row.approved, row.total, row.band])
				);
			return 0;
		})
};
