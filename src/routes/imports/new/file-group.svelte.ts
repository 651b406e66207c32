import type { Field } from '$lib/domain/importing/fields';
import { fields } from '$lib/domain/importing/fields';
import type { LongProfile, Profile } from '$lib/domain/importing/profile';
import { spellings } from '$lib/domain/importing/spellings';
import { recogniseProfile, tellingColumns } from '$lib/domain/importing/recognise';
import { makePlan } from '$lib/domain/importing/plan';
import { missingFields, suggestMap, type ColumnMap } from '$lib/domain/preview/mapping';
import { askAboutTimes, haveOffsets, type DateOrder } from '$lib/domain/preview/times';
import type { JobRequest } from '$lib/server/uploads/job-request';
import type { ChosenFile } from './chosen-file.svelte';

/** The general event log, whose columns a person may map otherwise. */
const generalLog = 'event-log';

/** Columns mapped by hand. */
export const BY_HAND = 'by-hand';

/** Files with the same columns, read in the same way: what the person decided about them. */
export class FileGroup {
	readonly signature: string;
	files = $state<ChosenFile[]>([]);
	/** Id of a profile, or BY_HAND. */
	profile = $state('');
	map = $state<ColumnMap>({});
	sop = $state('');
	/** Code of the office for rows that name none; '' leaves it to the file. */
	office = $state('');
	order = $state<DateOrder | ''>('');
	realOffsets = $state(false);
	readonly recognised: { profile: Profile; columns: string[] } | null;
	/** Profiles whose telling columns the files have. */
	readonly fitting: readonly Profile[];
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
		this.map = { ...this.#suggested };
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

	get offsets(): boolean {
		return haveOffsets(this.#timeValues);
	}

	/** Whether all that is needed was said. */
	get ready(): boolean {
		return this.missing.length === 0 && (this.times === null || this.order !== '');
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
			...(this.mapped && !(chosen && suggestedAsIs) ? { map: $state.snapshot(this.map) } : {}),
			...(chosen && chosen !== this.recognised?.profile && !this.mapped
				? { profile: chosen.id }
				: {}),
			...(this.sop !== '' && chosen?.process === undefined ? { sop: this.sop } : {}),
			...(this.office.trim() === '' ? {} : { unit: this.office.trim() }),
			...(times && this.order !== '' ? { timeFormats: times.formats[this.order] } : {}),
			...(this.realOffsets && this.offsets ? { offsets: 'real' as const } : {})
		};
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
