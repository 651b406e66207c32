import {
	DAY_SECONDS,
	type LocalSeconds,
	dayOf,
	formatLocal,
	startOfDate,
	weekdayOfDay
} from '../calendar/local-time';
import type { JoinedOutages } from '../calendar/outages';
import type { WorkingTime } from '../calendar/working-time';
import type { Sop, Step } from '../sop/types';
import type { SampleUnit } from './manifest';
import { afterWork, afterWorkdays, nextOfficeInstant } from './office-clock';
import { personFor } from './people';
import { type Column, type SampleProcess, usedShares } from './processes';
import { Random } from './random';
import { type Act, type Fate, walk } from './walk';

/** A row of a log, and when it was written. */
export interface CaseRow {
	at: LocalSeconds;
	cells: Partial<Record<Column, string>>;
}

export interface CaseInput {
	sop: Sop;
	process: SampleProcess;
	unit: SampleUnit;
	/** Place of the office in the manifest: the first one falls behind, each spells in its own way. */
	office: number;
	/** Outages that hold up the work of this SOP. */
	outages: JoinedOutages;
	workingTime: WorkingTime;
	dataDate: LocalSeconds;
	key: string;
	/** When the case begins. */
	at: LocalSeconds;
}

interface Times {
	started: LocalSeconds;
	completed: LocalSeconds;
}

/** From then on the first office checks registrations ever more slowly. */
const degradingSince = startOfDate('2026-09-01');
const degradingSteps = { sop: 'oganilir-01', ids: ['4', '5'] };
const slowdown = 0.9;

/**
 * One case of an SOP as its office wrote it down, up to the data date. What is under way then has a
 * start and no completion; what would begin later is not there.
 */
export function performCase(given: CaseInput): CaseRow[] {
	const { sop, process, key, dataDate } = given;
	const { rates } = process;
	const random = new Random(`${sop.id} ${key}`);
	const acts = walk(random, sop, process);
	const fate = drawFate(random, given);
	const done = fate === 'completed' ? acts : acts.slice(0, random.whole(1, acts.length - 1));
	// With dates only, two passes of a step on one date would be the same row twice.
	const once = new Set(acts.map(({ id }) => id)).size === acts.length;
	const datesOnly = process.precision === 'day' || (random.chance(rates.datesOnly) && once);
	const starts = process.columns.includes('mulai') && !random.chance(rates.completionsOnly);
	const rows: CaseRow[] = [];
	let at = given.at;
	for (const [place, act] of done.entries()) {
		const times =
			process.precision === 'day'
				? timesByDay(random, given, act, at, done[place - 1])
				: timesByClock(random, given, act, at, { first: place === 0, starts });
		if (times.started > dataDate || (!starts && times.completed > dataDate)) break;
		// A case left lying stops in the middle of a step as often as between two.
		const left =
			(fate === 'stuck' || fate === 'abandoned') &&
			starts &&
			place === done.length - 1 &&
			random.chance(0.5);
		const open = times.completed > dataDate || left;
		const precision = datesOnly ? 'day' : process.precision;
		rows.push({
			at: open ? times.started : times.completed,
			cells: {
				kasus: key,
				no_langkah: act.step?.no ?? '',
				kegiatan: spell(random, act, given.office),
				mulai: starts ? write(times.started, precision) : '',
				selesai: open ? '' : write(times.completed, precision),
				...actorCells(random, given, act),
				unit: given.unit.code,
				kelengkapan: requirementsOf(given, act, {
					complete: !(act.returned || random.chance(rates.incomplete)),
					place
				}),
				output: outputOf(random, act, rates.incomplete),
				status: ''
			}
		});
		if (open) break;
		at = times.completed;
	}
	const last = rows.at(-1);
	if (fate === 'cancelled' && last && rows.length === done.length) last.cells.status = 'Dibatalkan';
	return rows;
}

function drawFate(random: Random, { process, at, dataDate }: CaseInput): Fate {
	const { rates } = process;
	const days = (dataDate - at) / DAY_SECONDS;
	const canCancel = process.columns.includes('status') && random.chance(rates.cancelled);
	const lies = random.next();
	if (canCancel) return 'cancelled';
	// 30 working days of idleness make a case abandoned; before that it runs.
	if (days > 70) return lies < rates.abandoned ? 'abandoned' : 'completed';
	return days > 1 && days < 20 && lies < rates.stuck ? 'stuck' : 'completed';
}

function timesByClock(
	random: Random,
	given: CaseInput,
	{ step }: Act,
	at: LocalSeconds,
	{ first, starts }: { first: boolean; starts: boolean }
): Times {
	const { process, workingTime, outages } = given;
	const rounded = (seconds: number) =>
		process.precision === 'minute' ? Math.max(60, Math.round(seconds / 60) * 60) : seconds;
	// Without starts a wait would be charged to the step; who keeps such a log works without pause.
	const wait = first || !starts ? 0 : Math.round(random.quantile(process.wait) / 60) * 60;
	const begins = process.precision === 'minute' ? Math.floor(at / 60) * 60 : Math.floor(at);
	const started = nextOfficeInstant(workingTime, afterWork(workingTime, begins, wait));
	const seconds = Math.floor(rounded(neededSeconds(random, given, step, started)));
	if (step?.supplier && process.precision === 'second' && !first && random.chance(0.04)) {
		// Suppliers answer in the evening.
		const evening = dayOf(started) * DAY_SECONDS + 19 * 3600 + random.whole(0, 5400);
		return { started: evening, completed: evening + Math.min(seconds, 7200) };
	}
	return { started, completed: afterWork(workingTime, started, seconds, outages) };
}

function neededSeconds(
	random: Random,
	{ process, office, sop, dataDate }: CaseInput,
	step: Step | undefined,
	started: LocalSeconds
): number {
	const budget = step?.budget?.seconds;
	if (budget === undefined || budget === null) return random.quantile(process.free);
	let share = random.quantile(usedShares) * ([1, 0.96, 1.04][office] ?? 1);
	if (step?.supplier) share *= 1.1;
	// The weekend's requests wait for Monday morning.
	if (weekdayOfDay(dayOf(started)) === 'monday' && started % DAY_SECONDS < 43_200) share *= 1.12;
	const degrades = office === 0 && sop.id === degradingSteps.sop;
	if (degrades && started > degradingSince && step && degradingSteps.ids.includes(step.id))
		share *= 1.2 + (slowdown * (started - degradingSince)) / (dataDate - degradingSince);
	return Math.max(20, budget * share);
}

function timesByDay(
	random: Random,
	{ process, workingTime }: CaseInput,
	act: Act,
	at: LocalSeconds,
	before: Act | undefined
): Times {
	const starts = process.columns.includes('mulai');
	const started = dayOf(at) * DAY_SECONDS;
	// Where only completions are written, the first one is the day on which the case came in.
	if (!before && !starts) return { started, completed: started };
	const drawn = Math.floor(random.quantile(process.gaps[act.id] ?? process.otherGap));
	// The same step twice on one date would be the same row twice.
	const gap = before?.id === act.id ? Math.max(1, drawn) : drawn;
	return { started, completed: afterWorkdays(workingTime, started, gap) };
}

function actorCells(
	random: Random,
	{ sop, unit, process, key }: CaseInput,
	{ step }: Act
): Partial<Record<Column, string>> {
	const own = step?.actors ?? sop.actors.slice(0, 1);
	const others = sop.actors.filter((actor) => !own.includes(actor));
	const wrong = others.length > 0 && random.chance(process.rates.wrongActor);
	const role = random.pick(wrong ? others : own);
	// In one case the same person acts for a role.
	const person = personFor(new Random(`${key} ${role}`), unit.code, role);
	return { pelaksana: person, peran: role };
}

/** Some offices name the documents, or the one that is missing; the others only say whether they are complete. */
function requirementsOf(
	{ process, office, key }: CaseInput,
	{ step }: Act,
	{ complete, place }: { complete: boolean; place: number }
): string {
	const asked = step?.requirements ?? [];
	if (process.documents === 'completeness' || asked.length < 2 || office === 2)
		return complete ? 'Lengkap' : 'Tidak lengkap';
	// Drawn apart, so that what is written of documents changes nothing else of the case.
	const lacking = complete ? undefined : new Random(`${key} dokumen ${place}`).pick(asked);
	if (process.documents === 'lacking' || office === 1)
		return lacking === undefined ? 'Lengkap' : `Kurang: ${lacking}`;
	return asked.filter((document) => document !== lacking).join('; ');
}

function outputOf(random: Random, { step }: Act, missing: number): string {
	if (!step || step.outputs.length === 0) return '';
	return random.chance(missing) ? 'Tidak ada' : step.outputs.join('; ');
}

/** Each office spells in its own way; all spellings are the same text once case and punctuation are folded. */
function spell(random: Random, { names }: Act, office: number): string {
	const own = names[0] ?? '';
	if (random.chance(0.002)) return own.toUpperCase();
	if (office === 1) return (names[1] ?? own).replace(/\.$/, '');
	if (office === 2) return own.replace(/ \(/g, '  (').replace(/[.,]$/, '');
	return own;
}

function write(at: LocalSeconds, precision: SampleProcess['precision']): string {
	const text = formatLocal(at).replace('T', ' ');
	return text.slice(0, { second: 19, minute: 16, day: 10 }[precision]);
}
