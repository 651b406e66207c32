import { stringify } from 'yaml';
import { schemeSchema, type Scheme } from '$lib/domain/evaluations/scheme';
import { UserError } from '$lib/domain/user-error';
import type { Reading, Store, Transaction } from '../../database/store';
import { loadSchemes, parseScheme } from './load';

/** A version of a scheme, with who made it. */
export interface SchemeVersion {
	scheme: Scheme;
	/** null for one of the product, of `data/evaluation-schemes`. */
	by: string | null;
	/** UTC, ISO without zone. */
	at: string;
	note: string | null;
	/** The last import before it. */
	afterImport: number;
}

/** The scheme's versions, oldest first; the last one is in force. */
export type SchemeHistory = readonly [SchemeVersion, ...SchemeVersion[]];

const LONGEST_NOTE = 300;
/** The longest scheme that comes with the product has a twentieth of this. */
const LONGEST_YAML = 50_000;

/** Every scheme with its versions, by id. */
export async function listSchemes(store: Reading): Promise<SchemeHistory[]> {
	const histories = new Map<string, [SchemeVersion, ...SchemeVersion[]]>();
	for (const row of await store.kept('suppliers/schemes/list')) {
		const one: SchemeVersion = {
			scheme: schemeSchema.parse(JSON.parse(row.document)),
			...{ by: row.saved_by, at: row.saved_at, note: row.note, afterImport: row.after_import }
		};
		const known = histories.get(row.scheme);
		if (known) known.push(one);
		else histories.set(row.scheme, [one]);
	}
	return [...histories.values()];
}

/** The versions of one scheme. Throws UserError `unknown_scheme` {id}. */
export async function findSchemeHistory(store: Reading, id: string): Promise<SchemeHistory> {
	const found = (await listSchemes(store)).find(([{ scheme }]) => scheme.id === id);
	if (!found) throw new UserError('unknown_scheme', { id: id.slice(0, 60) });
	return found;
}

/** The version of a scheme that is in force. */
export function currentVersion(history: SchemeHistory): SchemeVersion {
	return history.at(-1) ?? history[0];
}

/**
 * The version that results of an import are read with: the one in force when it came, since a result keeps the version
 * it was made with; null is an import that is not over yet.
 */
export function versionOfImport(history: SchemeHistory, number: number | null): Scheme {
	const found =
		number === null
			? currentVersion(history)
			: history.findLast(({ afterImport }) => afterImport < number);
	return (found ?? history[0]).scheme;
}

/**
 * Brings the schemes of `data/evaluation-schemes` into the store: each version once. One whose number people have
 * already given, or gone past, leaves theirs in force. Throws as loadSchemes.
 * @param now the instant, UTC, ISO without zone
 */
export async function seedSchemes(store: Store, now: string): Promise<void> {
	const known = await listSchemes(store);
	const fresh = loadSchemes(store.home).filter((scheme) => {
		const history = known.find(([one]) => one.scheme.id === scheme.id);
		return !history || currentVersion(history).scheme.version < scheme.version;
	});
	if (fresh.length === 0) return;
	await store.write(async (tx) => {
		for (const scheme of fresh) await add(tx, scheme, { note: null, by: null, now });
	});
}

/** What somebody wants a scheme to be. */
export interface SchemeDraft {
	/** As the schema of the files has it; its `version` is left out of account. */
	scheme: unknown;
	/** The version that they saw when they began; 0 for a new scheme. */
	basedOn: number;
	/** Why it was changed. */
	note: string;
}

/**
 * Keeps a new version of a scheme, or the first of a new one. Of two who change the same version, one wins and the
 * other is told. Throws UserError `scheme_meanwhile` {version, by}, `scheme_unchanged`, `scheme_subject`,
 * `text_too_long`, those of the scheme's faults, and `scheme_field` {place} for a field that is no value of its kind.
 * @param now the instant, UTC, ISO without zone
 * @returns the version as it was kept
 */
export async function saveScheme(
	store: Store,
	draft: SchemeDraft,
	{ by, now }: { by: string; now: string }
): Promise<Scheme> {
	const note = draft.note.trim();
	if (note.length > LONGEST_NOTE) throw new UserError('text_too_long', { most: LONGEST_NOTE });
	const given = readScheme(draft.scheme);
	return store.write(async (tx) => {
		const history = (await listSchemes(tx)).find(([{ scheme }]) => scheme.id === given.id);
		const current = history && currentVersion(history);
		if ((current?.scheme.version ?? 0) !== draft.basedOn)
			throw new UserError('scheme_meanwhile', {
				version: current?.scheme.version ?? 0,
				by: current?.by ?? '—'
			});
		if (current && current.scheme.subject !== given.subject) throw new UserError('scheme_subject');
		const scheme = { ...given, version: draft.basedOn + 1 };
		if (current && plain(current.scheme) === plain(scheme)) throw new UserError('scheme_unchanged');
		await add(tx, scheme, { note: note === '' ? null : note, by, now });
		return scheme;
	});
}

/**
 * Keeps a scheme that somebody wrote as YAML, as in `data/evaluation-schemes`. Its `version` says which version it was
 * written from, so that a file taken from an older one does not undo a newer one. Throws as saveScheme and
 * parseScheme; `scheme_long` {most}.
 */
export async function importScheme(
	store: Store,
	{ text, note }: { text: string; note: string },
	stamp: { by: string; now: string }
): Promise<Scheme> {
	if (text.length > LONGEST_YAML) throw new UserError('scheme_long', { most: LONGEST_YAML });
	const scheme = parseScheme(text, 'YAML');
	const known = (await listSchemes(store)).some(([one]) => one.scheme.id === scheme.id);
	return saveScheme(store, { scheme, basedOn: known ? scheme.version : 0, note }, stamp);
}

/** A scheme as a file of `data/evaluation-schemes` writes it. */
export function schemeYaml(scheme: Scheme): string {
	return `# yaml-language-server: $schema=scheme.schema.json\n${stringify(scheme, { lineWidth: 120 })}`;
}

/** A scheme of a form. The first fault is enough: whoever mends it hears of the next. */
function readScheme(given: unknown): Scheme {
	const parsed = schemeSchema.safeParse(given);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	if (issue?.code === 'custom' && typeof issue.params?.['code'] === 'string') {
		const { code, ...params } = issue.params as { code: string } & Record<string, string | number>;
		throw new UserError(code, params, parsed.error);
	}
	throw new UserError('scheme_field', { place: (issue?.path ?? []).join('.') }, parsed.error);
}

function plain(scheme: Scheme): string {
	return JSON.stringify({ ...scheme, version: 0 });
}

async function add(
	tx: Transaction,
	scheme: Scheme,
	{ note, by, now }: { note: string | null; by: string | null; now: string }
): Promise<void> {
	await tx.run('suppliers/schemes/add', {
		...{ scheme: scheme.id, version: scheme.version, document: JSON.stringify(scheme) },
		...{ note, saved_by: by, saved_at: now }
	});
}
