import { randomUUID } from 'node:crypto';
import type { Store } from '../database/store';
import { lookAtUpload, type Look } from './look';
import type { Upload } from './uploads';
import { discardUpload, findUploads, sweepUploads } from './uploads';

/** An import that somebody prepares, as the list of unfinished ones tells of it. */
export interface DraftEntry {
	draft: string;
	/** The instant of the last change, UTC, without zone. */
	changedAt: string;
	files: string[];
	bytes: number;
}

/** An import that somebody prepares, with its files and what the server saw of each. */
export interface Draft {
	draft: string;
	/** What was decided, as the import page sent it; {} before anything was. */
	decisions: unknown;
	uploads: (Omit<Upload, 'path' | 'draft'> & { look: Look })[];
}

/** Longest text of decisions: some hundred files, each with its columns. */
const mostCharacters = 400_000;

/** Somebody's unfinished imports, the last changed first; what is too old is forgotten on the way. */
export async function listDrafts(store: Store, owner: string, now: string): Promise<DraftEntry[]> {
	await sweepUploads(store, now);
	const rows = await store.all('uploads/drafts/list_drafts', { owner });
	return rows.map(({ draft, changed_at, names, bytes }) => ({
		draft,
		changedAt: changed_at,
		files: names.flatMap((name) => name ?? []),
		bytes
	}));
}

/** Begins an import and answers its number. @param now the instant, UTC, ISO without zone */
export async function beginDraft(store: Store, owner: string, now: string): Promise<string> {
	const draft = randomUUID();
	await store.writeAside((tx) =>
		tx.run('uploads/drafts/add_draft', { draft, owner, decisions: '{}', now })
	);
	return draft;
}

/** Whether somebody has an import with this number in preparation. */
export async function hasDraft(store: Store, draft: string, owner: string): Promise<boolean> {
	return (await store.get('uploads/drafts/find_draft', { draft, owner })) !== undefined;
}

/** Somebody's unfinished import; undefined for one that is over, expired, or another's. */
export async function readDraft(
	store: Store,
	draft: string,
	owner: string
): Promise<Draft | undefined> {
	const row = await store.get('uploads/drafts/find_draft', { draft, owner });
	if (!row) return undefined;
	const rows = await store.all('uploads/drafts/uploads_of_draft', { draft, owner });
	const uploads: Draft['uploads'] = [];
	for (const { upload: id } of rows) {
		const [upload] = await findUploads(store, [id], owner).catch(() => []);
		// A file that somebody took out of the folder by hand is forgotten, and the rest goes on.
		if (!upload) await discardUpload(store, id, owner);
		else {
			const { name, bytes } = upload;
			uploads.push({ id, name, bytes, look: await lookAtUpload(store, upload) });
		}
	}
	return { draft, decisions: parse(row.decisions), uploads };
}

/**
 * Keeps what somebody decided about an unfinished import. Answers false when there is none with this number, or when
 * it is too long to be decisions of ours.
 */
export async function keepDecisions(
	store: Store,
	given: { draft: string; owner: string; decisions: unknown; now: string }
): Promise<boolean> {
	const decisions = JSON.stringify(given.decisions ?? {});
	if (decisions.length > mostCharacters) return false;
	const { draft, owner, now } = given;
	const changed = await store.writeAside((tx) =>
		tx.run('uploads/drafts/change_draft', { draft, owner, decisions, now })
	);
	return changed > 0;
}

/** Takes an unfinished import away, with its files. */
export async function discardDraft(store: Store, draft: string, owner: string): Promise<void> {
	for (const { upload } of await store.all('uploads/drafts/uploads_of_draft', { draft, owner }))
		await discardUpload(store, upload, owner);
	await store.writeAside((tx) => tx.run('uploads/drafts/forget_draft', { draft, owner }));
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return {};
	}
}
