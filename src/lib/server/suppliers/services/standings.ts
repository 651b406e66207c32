import { isApproved } from '$lib/domain/evaluations/flow';
import { schemeSchema, type Scheme } from '$lib/domain/evaluations/scheme';
import { bandOf } from '$lib/domain/evaluations/score';
import { z } from 'zod';
import type { Reading } from '../../database/store';
import type { Scope } from '../../reading/scope';
import { stateOf, type SheetRow } from './sheets';

/** How a supplier of supporting services stands by its sheets, under one scheme and version. */
export interface ServiceStanding {
	supplier: string;
	scheme: string;
	version: number;
	title: Scheme['title'];
	/** Filled sheets, and those of them that were approved: only these count. */
	evaluations: number;
	approved: number;
	/** Exact sum of the approved totals. */
	sum: number;
	band: string | null;
	/** Mean score by aspect over the approved sheets; null without any. */
	aspects: Record<string, number | null>;
}

const scoresSchema = z.record(z.string(), z.number().nullable());

/**
 * How suppliers of supporting services stand. Sheets of different schemes, or versions of one, are not averaged. The
 * period is that of the due dates. Best first.
 */
export async function readServiceStandings(
	store: Reading,
	{ unit, from, to }: Scope
): Promise<ServiceStanding[]> {
	const sheets = await store.kept('suppliers/services/sheets', {
		unit,
		service: null,
		sheet: null
	});
	return standingsOf(
		sheets.filter(({ due }) => (from === null || due >= from) && (to === null || due <= to))
	);
}

/** How the suppliers of sheets stand; what is not filled, or not approved, counts for nothing. Best first. */
export function standingsOf(sheets: readonly SheetRow[]): ServiceStanding[] {
	const groups = new Map<string, SheetRow[]>();
	for (const sheet of sheets) {
		if (sheet.scores === null || sheet.scheme_document === null) continue;
		const key = `${sheet.supplier}\n${sheet.scheme ?? ''}\n${sheet.scheme_version ?? 0}`;
		groups.set(key, [...(groups.get(key) ?? []), sheet]);
	}
	const standings = [...groups.values()].flatMap((group): ServiceStanding[] => {
		const [first] = group;
		if (!first?.scheme_document) return [];
		const scheme = schemeSchema.parse(JSON.parse(first.scheme_document));
		const approved = group.filter((sheet) => isApproved(stateOf(sheet)) && sheet.total !== null);
		const sum = approved.reduce((all, sheet) => all + Number(sheet.total), 0);
		const scores = approved.map((sheet) => scoresSchema.parse(JSON.parse(sheet.scores ?? '{}')));
		return [
			{
				supplier: first.supplier,
				...{ scheme: scheme.id, version: scheme.version, title: scheme.title },
				evaluations: group.length,
				approved: approved.length,
				sum,
				band: approved.length === 0 ? null : bandOf(scheme, sum, approved.length).id,
				aspects: Object.fromEntries(
					scheme.aspects.map(({ id }) => {
						const given = scores.flatMap((one) => one[id] ?? []);
						const total = given.reduce((all, score) => all + score, 0);
						return [id, given.length === 0 ? null : total / given.length];
					})
				)
			}
		];
	});
	return standings.sort(
		(a, b) =>
			Number(b.approved > 0) - Number(a.approved > 0) ||
			b.sum * a.approved - a.sum * b.approved ||
			b.approved - a.approved ||
			a.supplier.localeCompare(b.supplier, 'id')
	);
}
