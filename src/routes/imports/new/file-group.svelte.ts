import type { Field } from '$lib/domain/importing/fields';
import { fields } from '$lib/domain/importing/fields';
import type { LongProfile, Profile } from '$lib/domain/importing/profile';
import { spellings } from '$lib/domain/importing/spellings';
import { recogniseProfile, tellingColumns } from '$lib/domain/importing/recognise';
import { makePlan } from '$lib/domain/importing/plan';
import { missingFields, suggestMap, type ColumnMap } from '$lib/domain/preview/mapping';
import { askAboutTimes, haveOffsets, type DateOrder } from '$lib/domain/preview/times';
import { suggestColumns, type ColumnSuggestions } from '$lib/domain/suggesting/columns';
import type { FileReading, JobRequest } from '$lib/server/uploads/job-request';
import type { ChosenFile } from './chosen-file.svelte';
import { StepChoices } from './step-choices.svelte';

/** The general event log, whose columns a person may map otherwise. */
const generalLog = 'event-log';

/** Columns mapped by hand. */
export const BY_HAND = 'by-hand';

/** What was decided about a group of files, as it is kept between visits. */
export interface GroupDecisions {
	signature: string;
	profile: string;
	map: ColumnMap;
	sop: string;
	log: string;
	office: string;
	order: DateOrder | '';
	realOffsets: boolean;
	steps: Record<string, string>;
}

/** Files with the same columns, read in the same way: what the person decided about them. */
export class FileGroup {
	readonly signature: string;
	files = $state<ChosenFile[]>([]);
	/** Id of a profile, or BY_HAND. */
	profile = $state('');
	map = $state<ColumnMap>({});
	sop = $state('');
	/** What the log is called where it is of no SOP; '' names it after the file. */
	log = $state('');
	/** Code of the office for rows that name none; '' leaves it to the file. */
	office = $state('');
	order = $state<DateOrder | ''>('');
	realOffsets = $state(false);
	/** Whose earlier reading of such files was taken over, where it was. */
	remembered = $state<'own' | 'others' | null>(null);
	/** Which steps of the SOP the activities are. */
	readonly steps = new StepChoices();
	readonly recognised: { profile: Profile; columns: string[] } | null;
	/** Profiles whose telling columns the files have. */
	readonly fitting: readonly Profile[];
	/** Which column each field probably is, and why. */
	readonly suggestions: ColumnSuggestions;
	readonly #suggested: ColumnMap;

	constructor(first: ChosenFile, profiles: readonly Profile[]) {
		this.signature = first.signature;
		this.files = [first];
		const header = first.header;
		const log = profiles.find(
			(profile): profile is LongProfile => profile.id === generalLog && profile.form === 'long'
		);
		const found = header ? recogniseProfile(header, profiles) : undefined;
		this.recognised = found ? { profile: found.profile, columns: found.recognition.columns } : null;
		this.fitting = header
			? profiles.filter(
					(profile) => tellingColumns(profile, header).length === profile.recognise.length
				)
			: [];
		this.#suggested = header && log ? suggestMap(header, log) : {};
		this.suggestions = suggestColumns({
			names: first.preview?.names ?? [],
			rows: first.preview?.rows ?? [],
			spellings: Object.fromEntries(
				Object.entries(log?.fields ?? {}).map(([field, names]) => [field, spellings(names)])
			)
		});
		const columns = Object.entries(this.suggestions).map(([field, { column }]) => [field, column]);
		this.map =
			found?.profile.id === generalLog
				? { ...this.#suggested }
				: (Object.fromEntries(columns) as ColumnMap);
		this.profile = found?.profile.id ?? BY_HAND;
		this.order = this.times?.decided ?? '';
	}

	get names(): readonly string[] {
		return this.files[0]?.header?.names ?? [];
	}

	/** The profile by which the files are read; null when their columns are mapped. */
	get chosen(): Profile | null {
		return this.fitting.find(({ id }) => id === this.profile) ?? null;
	}

	/** Whether the person says which column is what; so with a general log, whose columns are only suggested. */
	get mapped(): boolean {
		return this.chosen === null || this.chosen.id === generalLog;
	}

	/** Field and column, as the files will be read. */
	get columns(): { field: string; column: string }[] {
		const header = this.files[0]?.header;
		if (!header) return [];
		if (this.mapped)
			return fields.flatMap((field) => {
				const column = this.map[field];
				return column === undefined ? [] : [{ field, column }];
			});
		if (!this.chosen) return [];
		const plan = makePlan(this.chosen, header);
		return Object.entries(plan.fields).flatMap(([field, position]) =>
			position === undefined ? [] : [{ field, column: header.names[position] ?? '' }]
		);
	}

	/** Choices of fields of which one is still to be mapped. */
	get missing(): (readonly Field[])[] {
		return this.mapped ? missingFields(this.map) : [];
	}

	/** The column that names the office of a row. */
	get officeColumn(): string | null {
		return this.columns.find(({ field }) => field === 'unit')?.column ?? null;
	}

	/** What is to be asked about the times. */
	get times() {
		return askAboutTimes(this.#timeValues);
	}

	/** Whether times carry offsets of which nothing else says whether they are real. */
	get offsets(): boolean {
		return !this.files.some(({ realOffsets }) => realOffsets) && haveOffsets(this.#timeValues);
	}

	/** Whether all that is needed was said. */
	get ready(): boolean {
		return (
			this.names.length > 0 &&
			this.missing.length === 0 &&
			(this.times === null || this.order !== '')
		);
	}

	/** Whether the files are a log of no SOP, which is called by a name of its own. */
	get plain(): boolean {
		return this.sop === '' && this.chosen?.process === undefined;
	}

	/** The name of the first file, without what says its format. */
	get ownName(): string {
		return (this.files[0]?.name ?? '').replace(
			/(\.(csv|tsv|txt|json|ndjson|jsonl|xlsx|xes|gz))+$/i,
			''
		);
	}

	/** The activities of the rows that were read for the preview; blank where the file writes none. */
	get activities(): string[] {
		const column = this.columns.find(({ field }) => field === 'activity')?.column;
		return this.files.flatMap(({ preview }) => {
			const at = column === undefined ? -1 : (preview?.names.indexOf(column) ?? -1);
			return at < 0 ? [] : (preview?.rows.map((row) => row[at] ?? '') ?? []);
		});
	}

	/** Whether the files' activities are to be matched to the steps of an SOP. */
	get matchable(): boolean {
		return (
			this.sop !== '' &&
			this.chosen?.process === undefined &&
			this.ready &&
			this.files.every(({ id, problem }) => id !== null && problem === null)
		);
	}

	set(field: Field, column: string): void {
		// One column says one thing.
		const others = Object.entries(this.map).filter(
			([other, name]) => other !== field && name !== column
		);
		this.map = Object.fromEntries(column === '' ? others : [...others, [field, column]]);
	}

	/** As the server takes it. */
	get reading(): JobRequest['groups'][number]['reading'] {
		const times = this.times;
		const chosen = this.chosen;
		const suggestedAsIs = fields.every((field) => this.map[field] === this.#suggested[field]);
		return {
			...(this.mapped && !(chosen && suggestedAsIs)
				? { map: $state.snapshot(this.map) }
				: // Said also where it was recognised: the page has shown it, and the server may know others by now.
					chosen
					? { profile: chosen.id }
					: {}),
			...(this.sop !== '' && chosen?.process === undefined ? { sop: this.sop } : {}),
			...(this.plain ? logOf(this.log.trim() || this.ownName.trim()) : {}),
			...(this.office.trim() === '' ? {} : { unit: this.office.trim() }),
			...(times && this.order !== '' ? { timeFormats: times.formats[this.order] } : {}),
			...(this.realOffsets && this.offsets ? { offsets: 'real' as const } : {})
		};
	}

	/** The files as the server takes them. */
	get request(): JobRequest['groups'][number] {
		const aliases = this.matchable ? this.steps.aliases : [];
		return {
			uploads: this.files.flatMap(({ id }) => id ?? []),
			reading: this.reading,
			...(aliases.length > 0 ? { aliases } : {})
		};
	}

	get decisions(): GroupDecisions {
		const { signature, profile, sop, log, office, order, realOffsets } = this;
		const map = $state.snapshot(this.map);
		const steps = this.steps.choices;
		return { signature, profile, map, sop, log, office, order, realOffsets, steps };
	}

	/** Takes over what was decided before; what does not fit the files any more is left out. */
	restore(given: Partial<GroupDecisions>): void {
		if (given.profile === BY_HAND || this.fitting.some(({ id }) => id === given.profile))
			this.profile = given.profile ?? this.profile;
		if (given.map) {
			const columns = fields.flatMap((field) => {
				const column = given.map?.[field];
				return column !== undefined && this.names.includes(column) ? [[field, column]] : [];
			});
			this.map = Object.fromEntries(columns) as ColumnMap;
		}
		this.sop = given.sop ?? this.sop;
		this.log = given.log ?? this.log;
		this.office = given.office ?? this.office;
		this.order = given.order ?? this.order;
		this.realOffsets = given.realOffsets ?? this.realOffsets;
		if (given.steps) this.steps.restore(given.steps);
	}

	/** Takes over how files with these columns were last read. */
	remember({ reading, own }: { reading: FileReading; own: boolean }): void {
		const { map, profile, sop, log, unit, timeFormats, offsets } = reading;
		const before = JSON.stringify(this.decisions);
		// The server knows columns by their names whatever their spelling; the page by the file's own.
		const header = this.files[0]?.header;
		const named: ColumnMap = {};
		for (const field of fields) {
			const position = map?.[field] === undefined ? undefined : header?.find([map[field]]);
			if (position !== undefined) named[field] = header?.names[position];
		}
		const times = this.times;
		const isOrder = (order: DateOrder) =>
			times !== null && timeFormats?.some((format) => times.formats[order].includes(format));
		this.restore({
			...(map
				? { profile: this.recognised?.profile.id === generalLog ? generalLog : BY_HAND }
				: {}),
			...(map ? { map: named } : {}),
			...(profile === undefined ? {} : { profile }),
			...(sop === undefined ? {} : { sop }),
			...(log === undefined ? {} : { log }),
			...(unit === undefined ? {} : { office: unit }),
			...(isOrder('day') ? { order: 'day' } : isOrder('month') ? { order: 'month' } : {}),
			...(offsets === 'real' ? { realOffsets: true } : {})
		});
		// What the file alone says needs no word about whoever read one like it.
		if (JSON.stringify(this.decisions) !== before) this.remembered = own ? 'own' : 'others';
	}

	/** The values of the columns that hold times, as far as they were read for the preview. */
	get #timeValues(): string[] {
		const names = this.#timeColumns;
		return this.files.flatMap(({ preview }) =>
			(preview?.names ?? []).flatMap((name, at) =>
				names.includes(name) ? (preview?.rows.map((row) => row[at] ?? '') ?? []) : []
			)
		);
	}

	get #timeColumns(): string[] {
		if (this.mapped)
			return [this.map.started, this.map.completed].flatMap((column) => column ?? []);
		const profile = this.chosen;
		const header = this.files[0]?.header;
		if (!profile || !header) return [];
		const columns =
			profile.form === 'long'
				? [profile.fields.started, profile.fields.completed]
				: profile.events.flatMap(({ started, completed }) => [started, completed]);
		return columns.flatMap((column) => {
			const position = column === undefined ? undefined : header.find(spellings(column));
			return position === undefined ? [] : [header.names[position] ?? ''];
		});
	}
}

function logOf(name: string): { log?: string } {
	return name === '' ? {} : { log: name.slice(0, 120) };
}
