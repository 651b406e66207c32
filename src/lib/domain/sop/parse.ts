import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { UserError } from '../user-error';
import { parseDuration, type ParsedDuration } from './duration';
import { checkGroups } from './groups';
import { lintSop } from './lint';
import { sopFileSchema, type SopFile } from './schema';
import type { Clock, Inference, Limit, Sop, Step } from './types';

type StepFile = SopFile['steps'][number];

/** Reasons for what this reader assumes itself; in the language of the documents, as all reasons are. */
export const assumed = {
	clock: '"Hari" tanpa keterangan dibaca sebagai hari kerja.',
	effective: 'Dokumen tidak bertanggal: dianggap berlaku sejak awal.',
	total:
		'Dokumen tidak menyebut apa yang dibatasi "Jumlah". Jumlah waktu kegiatan dibaca sebagai waktu proses, satu kali tiap kegiatan.'
};

/**
 * Reads one SOP from the text of its YAML file. A step leads to the next row of its flow unless it is an end or names
 * its own edges; a branch has only the edges it names.
 *
 * @param file name used in errors
 * @throws UserError `sop_yaml`, `sop_invalid`, `sop_time`, `sop_duplicate_id`, `sop_unknown_step`, `sop_unknown_flow`,
 * `sop_unknown_actor`, `sop_group_size`, `sop_group_branch`, each with {file, step, text}
 */
export function parseSop(text: string, file: string): Sop {
	const source = readFile(text, file);
	const flows = source.flows ?? [{ id: 'utama', title: source.title }];
	const rows = source.steps.map((step) => ({
		...step,
		id: step.id ?? idFromNumber(step.no),
		flow: step.flow ?? (flows.length === 1 ? (flows[0]?.id ?? '') : '')
	}));
	const steps = rows.map((row, index) =>
		readStep(
			row,
			rows.slice(index + 1).find((later) => later.flow === row.flow),
			file
		)
	);
	const limits = source.limits.map((limit): Limit => {
		const { inferred, clock, ...rest } = limit;
		const read = readTime({ time: limit.time, clock, file, step: limit.id });
		return { ...rest, budget: read.budget, inferences: withClock(inferred, read) };
	});
	checkReferences({ source, flows, steps, limits, file });
	checkGroups({ steps }, file);

	const total =
		source.statedTotal === null
			? null
			: readTime({ time: source.statedTotal, clock: undefined, file, step: 'Jumlah' }).budget;
	if (total !== null && total.seconds === null) {
		throw new UserError('sop_time', { file, step: 'Jumlah', text: source.statedTotal ?? '' });
	}
	const inferences: Inference[] = [...source.inferred];
	const assume = (field: 'effective' | 'total') => {
		if (!inferences.some((known) => known.field === field)) {
			inferences.push({ field, reason: assumed[field] });
		}
	};
	if (source.effectiveFrom === null) assume('effective');
	if (total !== null && source.statedTotalKind === undefined) assume('total');

	const sop: Omit<Sop, 'findings'> = {
		id: source.id,
		title: source.title,
		number: source.number,
		office: source.office,
		source: source.source,
		header: source.header,
		effectiveFrom: source.effectiveFrom,
		statedTotal: source.statedTotal,
		statedTotalSeconds: total?.seconds ?? null,
		statedTotalKind: source.statedTotalKind ?? 'processing',
		warnsOutage: source.warnsOutage,
		idleLimitWorkingDays: source.idleLimitWorkingDays,
		closed: source.closed,
		incomplete: source.incomplete,
		actors: source.actors,
		flows,
		steps,
		milestones: source.milestones,
		limits,
		inferences
	};
	return { ...sop, findings: lintSop(sop) };
}

/** `3.` → `3`, `A/2` → `a-2`: the number itself wherever it can stand in a URL. */
export function idFromNumber(no: string): string {
	return no
		.toLowerCase()
		.replace(/[^a-z0-9.]+/g, '-')
		.replace(/^[-.]+|[-.]+$/g, '');
}

function readFile(text: string, file: string): SopFile {
	const document = parseDocument(text);
	const [problem] = document.errors;
	if (problem) {
		const line = problem.linePos?.[0].line ?? 0;
		throw new UserError('sop_yaml', { file, line, text: problem.message.split('\n')[0] ?? '' });
	}
	const raw: unknown = document.toJS();
	const parsed = sopFileSchema.safeParse(raw);
	if (parsed.success) return parsed.data;
	throw invalid(parsed.error, raw, file);
}

/** Names the step and the offending text, since a path like `steps.4.next.0.to` helps nobody. */
function invalid(error: z.ZodError, raw: unknown, file: string): UserError {
	const issue = error.issues[0];
	const path = issue?.path ?? [];
	const at = (length: number) =>
		path
			.slice(0, length)
			.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null)?.[key], raw);
	const owner = path[0] === 'steps' || path[0] === 'limits' ? at(2) : undefined;
	const named = owner as { no?: unknown; id?: unknown } | null | undefined;
	const value = at(path.length);
	return new UserError(
		'sop_invalid',
		{
			file,
			step: String(named?.no ?? named?.id ?? '—'),
			field: path.map(String).join('.') || '—',
			text: value === undefined ? '' : (JSON.stringify(value) ?? '').slice(0, 120),
			problem: issue?.message ?? ''
		},
		error
	);
}

function readStep(
	row: StepFile & { id: string; flow: string },
	nextRow: { id: string } | undefined,
	file: string
): Step {
	const { inferred, clock, next, ...rest } = row;
	const edges =
		next ??
		(row.end || !nextRow
			? []
			: [{ to: nextRow.id, condition: null, inferred: false, reason: null }]);
	const read = row.time === null ? null : readTime({ time: row.time, clock, file, step: row.no });
	return {
		...rest,
		budget: read?.budget ?? null,
		next: edges.map(({ to, condition, inferred: guessed }) => ({
			to,
			condition,
			inferred: guessed
		})),
		inferences: [
			...(read ? withClock(inferred, read) : inferred),
			...edges.flatMap((edge) =>
				edge.reason === null
					? []
					: [{ field: 'next' as const, target: edge.to, reason: edge.reason }]
			)
		]
	};
}

function readTime(written: {
	time: string;
	clock: Clock | undefined;
	file: string;
	step: string;
}): ParsedDuration {
	try {
		return parseDuration(written.time, written.clock);
	} catch (cause) {
		const { file, step, time } = written;
		throw new UserError('sop_time', { file, step, text: time }, cause);
	}
}

function withClock(inferred: Inference[], read: ParsedDuration): Inference[] {
	const known = inferred.some((inference) => inference.field === 'clock');
	return read.clockInferred && !known
		? [...inferred, { field: 'clock', reason: assumed.clock }]
		: inferred;
}

function checkReferences(sop: {
	source: SopFile;
	flows: Sop['flows'];
	steps: Step[];
	limits: Limit[];
	file: string;
}): void {
	const { source, flows, steps, limits, file } = sop;
	const flowIds = new Set(flows.map((flow) => flow.id));
	const points = new Set<string>();
	for (const point of [...steps, ...source.milestones]) {
		if (points.has(point.id)) {
			const step = 'no' in point ? point.no : point.id;
			throw new UserError('sop_duplicate_id', { file, step, text: point.id });
		}
		points.add(point.id);
	}
	const byId = new Map(steps.map((step) => [step.id, step]));
	for (const step of steps) {
		const refuse = (code: string, text: string) =>
			new UserError(code, { file, step: step.no, text });
		if (!flowIds.has(step.flow)) throw refuse('sop_unknown_flow', step.flow || '—');
		for (const edge of step.next) {
			if (byId.get(edge.to)?.flow !== step.flow) throw refuse('sop_unknown_step', edge.to);
		}
		for (const actor of step.actors) {
			if (!source.actors.includes(actor)) throw refuse('sop_unknown_actor', actor);
		}
	}
	const limitIds = new Set(byId.keys());
	for (const limit of limits) {
		const refuse = (code: string, text: string) =>
			new UserError(code, { file, step: limit.id, text });
		// A late limit is reported under its id, as a late step is: the two must not be confused.
		if (limitIds.has(limit.id)) throw refuse('sop_duplicate_id', limit.id);
		limitIds.add(limit.id);
		for (const point of [limit.from, limit.to]) {
			if (!points.has(point)) throw refuse('sop_unknown_step', point);
		}
	}
}
