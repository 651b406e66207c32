import { plainTotal } from '$lib/domain/evaluations/score';
import { readServiceStandings } from '$lib/server/suppliers/services/standings';
import { readSuppliers } from '$lib/server/suppliers/read-suppliers';
import { m } from '$lib/paraglide/messages';
import { UserError } from '$lib/domain/user-error';
import { getLocale } from '$lib/paraglide/runtime';
import { makeReport, parseReportFormat } from '$lib/server/reporting/make-report';
import { resolveArgument } from '$lib/server/settings';
import { parseSupplierRequest } from '$lib/server/suppliers/report/request';
import { nameOf } from '$lib/server/suppliers/schemes/of-packages';
import type { Suppliers } from '$lib/server/suppliers/supplier';
import type { Store } from '$lib/server/database/store';
import type { Scope } from '$lib/server/reading/scope';
import { callScope, refusePositionals, scopeOptions, terminal, text } from '../command';
import type { Call, Command } from '../command';
import { tell, writeJson, writeTable } from '../output';
import { writeReportFile } from '../report-file';

export const suppliersCommand: Command = {
	options: {
		...{ unit: scopeOptions.unit, from: scopeOptions.from, to: scopeOptions.to },
		supplier: { type: 'string' },
		scheme: { type: 'string' },
		format: { type: 'string' },
		out: { type: 'string' }
	},
	run: (call) => (text(call, 'out') === null ? list(call) : writeReport(call))
};

/** How suppliers stand, those of packages and those of supporting services. */
function list(call: Call): Promise<number> {
	return call.withStore(async (store) => {
		refusePositionals(call);
		const scope = await callScope(call, store);
		const { suppliers } = await readByScheme(call, store, scope);
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
	});
}

/** The suppliers by the scheme that is asked for. Throws UserError `unknown_scheme` {id} where it has no results. */
async function readByScheme(call: Call, store: Store, scope: Scope): Promise<Suppliers> {
	const asked = text(call, 'scheme');
	const read = await readSuppliers(store, scope, asked);
	if (asked !== null && !read.inUse.some(({ scheme }) => nameOf(scheme) === asked))
		throw new UserError('unknown_scheme', { id: asked.slice(0, 60) });
	return read;
}

/** Writes a report on the suppliers of a scope, or on the one that goes by a name; nothing is written before that. */
async function writeReport(call: Call): Promise<number> {
	refusePositionals(call);
	const format = parseReportFormat(text(call, 'format'));
	const path = resolveArgument(text(call, 'out') ?? '');
	const name = text(call, 'supplier');
	const { metadata } = await call.withStore(async (store) => {
		const scope = await callScope(call, store);
		const { suppliers } = await readByScheme(call, store, scope);
		const found = suppliers.find(({ names }) => name !== null && names.includes(name));
		if (name !== null && !found) throw new UserError('supplier_gone');
		const made = await makeReport(
			store,
			{
				...parseSupplierRequest(
					new URLSearchParams({ supplier: found?.id ?? '', scheme: text(call, 'scheme') ?? '' }),
					getLocale()
				),
				...{ unit: text(call, 'unit'), from: scope.from, to: scope.to }
			},
			format,
			{ madeAt: call.now, madeBy: terminal().name }
		);
		await writeReportFile(call, { store, report: made, path });
		return made;
	});
	const { number, figures } = metadata;
	if (call.json) writeJson({ file: path, number, figures });
	else tell(m.cli_supplier_report_written({ number, count: figures.total, file: path }));
	return 0;
}
