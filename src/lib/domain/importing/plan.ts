import { UserError } from '../user-error';
import type { Field } from './fields';
import { fields } from './fields';
import type { Header } from './header';
import type {
	AttributeSource,
	EventKind,
	LongProfile,
	Precision,
	Profile,
	Take,
	WideProfile
} from './profile';
import { spellings } from './spellings';

/** A column that is kept, under a name; `position` counts from 0. */
export interface KeptColumn {
	name: string;
	position: number;
	/** How the cell is kept; as it is written where that is not said. */
	take?: Take;
	/** Of a JSON object in the cell, the value under this key. */
	key?: string;
}

export interface PlannedEvent {
	activity: string;
	started: number | undefined;
	completed: number | undefined;
	object: number | undefined;
	kind: EventKind;
	precision: Precision;
}

/** Events in the elements of a JSON list in one column; the lists of spellings are keys of the elements. */
export interface PlannedList {
	position: number;
	activity: string | undefined;
	named: string[];
	started: string[];
	completed: string[];
	object: string[];
	kind: EventKind;
	precision: Precision;
	snapshot: boolean;
}

/** What of a file is a picture at one time. */
export interface PlannedSnapshot {
	/** The column with the date of the pull. */
	at: number | undefined;
	/** Of a long file, the column that tells a stage from file to file. */
	key: number | undefined;
	states: KeptColumn[];
}

/** How the columns of one particular file, by position from 0, become events. */
export interface Plan {
	profile: Profile;
	columns: readonly string[];
	fields: Partial<Record<Field | 'unit_name' | 'stated_at', number>>;
	/** Kept with the event (long) or the case (wide), sorted by name. */
	attributes: KeptColumn[];
	/** All columns that tell one row from another (wide), sorted by name. */
	telling: KeptColumn[];
	/** Empty for a long file. */
	events: PlannedEvent[];
	/** Empty for a long file. */
	lists: PlannedList[];
	snapshot: PlannedSnapshot | undefined;
}

/**
 * Lays a profile over the columns of a file.
 * @param ignored fields that something else decides, so that their columns are only attributes
 * @throws UserError `import_column_missing` {file, column, present}, `import_field_missing` {file, field, present}
 */
export function makePlan(profile: Profile, header: Header, ignored: readonly Field[] = []): Plan {
	return profile.form === 'long'
		? makeLongPlan(profile, header, ignored)
		: makeWidePlan(profile, header, ignored);
}

function makeLongPlan(profile: LongProfile, header: Header, ignored: readonly Field[]): Plan {
	const found: Plan['fields'] = {};
	for (const field of fields) {
		const column = profile.fields[field];
		const position = column === undefined ? undefined : header.find(spellings(column));
		if (position !== undefined && !ignored.includes(field)) found[field] = position;
	}
	const need = (field: Field, fulfilled: boolean) => {
		if (!fulfilled)
			throw new UserError('import_field_missing', {
				file: header.file,
				field,
				present: header.names.join(', ')
			});
	};
	need('case', found.case !== undefined);
	need('activity', found.activity !== undefined || found.step !== undefined);
	need('completed', found.started !== undefined || found.completed !== undefined);
	const used = new Set(Object.values(found));
	const attributes =
		profile.attributes === undefined
			? otherColumns(header, profile.ignore).filter(({ position }) => !used.has(position))
			: keptColumns(header, profile.attributes);
	for (const name of Object.keys(profile.documents ?? {})) {
		const position = header.find([name]);
		if (position === undefined || used.has(position)) continue;
		if (!attributes.some((kept) => kept.position === position)) attributes.push({ name, position });
	}
	attributes.sort(byName);
	return {
		profile,
		columns: header.names,
		fields: found,
		attributes,
		telling: [],
		events: [],
		lists: [],
		snapshot: profile.snapshot && {
			at: findColumn(header, profile.snapshot.at),
			key: findColumn(header, profile.snapshot.key),
			states: []
		}
	};
}

function makeWidePlan(profile: WideProfile, header: Header, ignored: readonly Field[]): Plan {
	const position = (column: string | string[] | undefined) => findColumn(header, column);
	const caseColumn = position(profile.case);
	if (caseColumn === undefined)
		throw new UserError('import_column_missing', {
			file: header.file,
			column: spellings(profile.case).join(' / '),
			present: header.names.join(', ')
		});
	const events = profile.events.flatMap((event): PlannedEvent[] => {
		const started = position(event.started);
		const completed = position(event.completed);
		if (started === undefined && completed === undefined) return [];
		const { activity, kind, precision } = event;
		return [{ activity, kind, precision, started, completed, object: position(event.object) }];
	});
	return {
		profile,
		columns: header.names,
		fields: {
			case: caseColumn,
			parent: position(profile.parent),
			unit: ignored.includes('unit') ? undefined : position(profile.unit?.code),
			unit_name: ignored.includes('unit') ? undefined : position(profile.unit?.name),
			status: position(profile.status?.column),
			stated_at: position(profile.status?.at)
		},
		attributes: keptColumns(header, profile.attributes),
		telling: otherColumns(header, profile.ignore),
		events,
		lists: plannedLists(profile, header),
		snapshot: profile.snapshot && {
			at: position(profile.snapshot.at),
			key: undefined,
			states: keptColumns(header, profile.snapshot.states)
		}
	};
}

function plannedLists(profile: WideProfile, header: Header): PlannedList[] {
	const keys = (column: string | string[] | undefined) =>
		column === undefined ? [] : spellings(column);
	return profile.lists.flatMap((list) => {
		const position = findColumn(header, list.column);
		if (position === undefined) return [];
		const { activity, kind, precision, snapshot } = list;
		return {
			position,
			activity,
			kind,
			precision,
			snapshot,
			named: keys(list.named),
			started: keys(list.started),
			completed: keys(list.completed),
			object: keys(list.object)
		};
	});
}

function findColumn(header: Header, column: string | string[] | undefined): number | undefined {
	return column === undefined ? undefined : header.find(spellings(column));
}

function otherColumns(header: Header, ignore: readonly string[]): KeptColumn[] {
	const ignoredPositions = new Set(ignore.map((column) => header.find([column])));
	return header.names
		.map((name, position) => ({ name: name.trim(), position }))
		.filter(({ name, position }) => name !== '' && !ignoredPositions.has(position))
		.sort(byName);
}

function keptColumns(header: Header, wanted: Record<string, AttributeSource>): KeptColumn[] {
	return Object.entries(wanted)
		.flatMap(([name, source]) => {
			const plain = typeof source === 'string' || Array.isArray(source);
			const position = header.find(spellings(plain ? source : source.column));
			if (position === undefined) return [];
			if (plain) return [{ name, position }];
			const { take, key } = source;
			return [key === undefined ? { name, position, take } : { name, position, take, key }];
		})
		.sort(byName);
}

/** The order of columns differs between exports of one kind; that of names does not. */
function byName(a: KeptColumn, b: KeptColumn): number {
	return a.name < b.name ? -1 : 1;
}
