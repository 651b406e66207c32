import { isApproved } from '$lib/domain/evaluations/flow';
import { schemeSchema } from '$lib/domain/evaluations/scheme';
import { bandOf } from '$lib/domain/evaluations/score';
import { z } from 'zod';
import type { Reading } from '../../database/store';
import type { Scope } from '../../reading/scope';
import { stateOf } from './sheets';

/** How a supplier of supporting services stands by its sheets, under one scheme and version. */
export interface ServiceStanding {
	supplier: string;
	scheme: string;
	version: number;
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
 * period is that of the due dates.
 */
export async function readServiceStandings(
	store: Reading,
	{ unit, from, to }: Scope
): Promise<ServiceStanding[]> {
	const sheets = await store.all('suppliers/services/sheets', { unit, service: null, sheet: null });
	const groups = new Map<string, typeof sheets>();
	for (const sheet of sheets) {
		if (sheet.scores === null || sheet.scheme_document === null) continue;
		if ((from !== null && sheet.due < from) || (to !== null && sheet.due > to)) continue;
		const key = `${sheet.supplier}\n${sheet.scheme ?? ''}\n${sheet.scheme_version ?? 0}`;
		groups.set(key, [...(groups.get(key) ?? []), sheet]);
	}
	return [...groups.values()].flatMap((group) => {
		const [first] = group;
		if (!first?.scheme_document) return [];
		const scheme = schemeSchema.parse(JSON.parse(first.scheme_document));
		const approved = group.filter((sheet) => isApproved(stateOf(sheet)) && sheet.total !== null);
		const sum = approved.reduce((all, sheet) => all + Number(sheet.total), 0);
		const scores = approved.map((sheet) => scoresSchema.parse(JSON.parse(sheet.scores ?? '{}')));
		return [
			{
				supplier: first.supplier,
				scheme: scheme.id,
				version: scheme.version,
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
}
