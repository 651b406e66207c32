import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseLocal } from '$lib/domain/calendar/local-time';
import { parseZone } from '$lib/domain/calendar/zones';
import { DOCUMENT_KINDS, FOLLOW_UPS } from '$lib/domain/evaluations/flow';
import { isDate } from '$lib/domain/filters/period';
import type { SampleManifest } from '$lib/domain/samples/manifest';
import { UserError } from '$lib/domain/user-error';

/** The folder of the samples, below the project root. */
export const samplesFolder = 'data/samples';

const text = z.string().min(1);
const day = text.refine(isDate);
const instant = text.transform(parseLocal);
const manifestSchema = z.strictObject({
	dataDate: instant,
	units: z.array(z.strictObject({ code: text, name: text, zone: text.transform(parseZone) })),
	files: z.array(
		z
			.strictObject({
				file: text,
				sop: text.optional(),
				profile: text.optional(),
				unit: text.optional()
			})
			.transform(({ file, sop, profile, unit }) => ({ file, sop, profile, unit }))
	),
	confirmations: z.strictObject({
		by: text,
		at: instant,
		left: z.array(
			z.strictObject({
				sop: text,
				step: z.string().default(''),
				field: text,
				target: z.string().default('')
			})
		)
	}),
	outages: z.array(
		z.strictObject({ unit: text, from: instant, until: instant, reason: text, evidence: text })
	),
	services: z.array(
		z.strictObject({
			...{ unit: text, name: text, supplier: text, started: day, ended: day },
			notice: z.int().nonnegative(),
			documents: z.array(
				z.strictObject({
					kind: z.enum(DOCUMENT_KINDS),
					reference: text,
					until: day.nullable().default(null)
				})
			),
			sheets: z.array(
				z
					.strictObject({
						due: day,
						case: text.optional(),
						scores: z.array(z.number()).default([]),
						comment: z.string().default(''),
						reason: text.nullable().default(null),
						follow: z.enum(FOLLOW_UPS).nullable().default(null)
					})
					.transform((sheet) => ({ ...sheet, case: sheet.case }))
			)
		})
	)
});

/**
 * What the samples of a project root consist of, from `data/samples/samples.yaml`. Throws
 * `samples_unreadable` {file, place, detail} when the file is missing or is not as expected.
 */
export function readManifest(home: string): SampleManifest {
	const file = `${samplesFolder}/samples.yaml`;
	const refuse = (place: string, detail: string, cause: unknown) =>
		new UserError('samples_unreadable', { file, place, detail }, cause);
	let content: unknown;
	try {
		content = parse(readFileSync(join(home, file), 'utf8'));
	} catch (cause) {
		throw refuse('—', cause instanceof Error ? cause.message : String(cause), cause);
	}
	const parsed = manifestSchema.safeParse(content);
	if (parsed.success) return parsed.data;
	const issue = parsed.error.issues[0];
	throw refuse(issue?.path.map(String).join('.') || '—', issue?.message ?? '', parsed.error);
}
