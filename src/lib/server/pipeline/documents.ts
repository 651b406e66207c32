import type { Plan } from '$lib/domain/importing/plan';
import { maskPersonal } from '$lib/domain/accounts/masking';
import { checkDocuments } from '$lib/domain/documents/check';
import { normaliseActivity } from '$lib/domain/sop/normalise';
import type { Transaction } from '../database/store';

/** Notes what a file of the running import can say of documents. @param given.order that of the file, see `source_order` */
export async function declareDocuments(
	tx: Transaction,
	given: { file: number; order: number; process: number; plan: Plan }
): Promise<void> {
	const { fields, attributes, profile } = given.plan;
	if (profile.form !== 'long') return;
	const said = fields.requirements !== undefined || fields.outputs !== undefined;
	if (!said && attributes.length === 0) return;
	await tx.run('pipeline/documents/declare', {
		file: given.file,
		source_order: given.order,
		process: given.process,
		fields: said,
		kept: attributes.map(({ name }) => name),
		names: JSON.stringify(profile.documents ?? {})
	});
}

/**
 * Finds which requirements and outputs the judged cases lack by their log, and of which step occurrences it speaks. Like the
 * alignment it reads what is said alike once; without an import that can speak of documents it costs nothing.
 */
export async function findMissingDocuments(tx: Transaction): Promise<void> {
	if (!(await tx.get('pipeline/documents/any_kept'))?.any) return;
	await tx.run('pipeline/documents/list_asked');
	await tx.run('pipeline/documents/list_columns');
	if (!(await tx.get('pipeline/documents/any_said'))?.any) return;
	await tx.run('pipeline/documents/find_said');
	await readWordings(tx);
	await tx.run('pipeline/documents/add_checks');
	await tx.run('pipeline/deviate/find_missing_documents');
}

async function readWordings(tx: Transaction): Promise<void> {
	const names = await namesByFile(tx);
	const wordings = await tx.all('pipeline/documents/wordings');
	const checked = wordings.flatMap((wording) => {
		const documents = wording.documents.filter((document) => document !== null);
		const columns = wording.names.flatMap((name, index) =>
			name === null ? [] : { name, value: wording.contents[index] ?? '' }
		);
		const check = checkDocuments(documents, {
			text: wording.text,
			columns,
			names: names.get(fileKey(wording)) ?? new Map()
		});
		if (check.spoken === 0) return [];
		// Everybody reads the finding, also those from whom the row hides who somebody is.
		const said = [
			wording.text === null ? null : maskPersonal(null, wording.text),
			...columns.map(({ name, value }) => `${name}: ${maskPersonal(name, value)}`)
		];
		return {
			...check,
			wording: wording.wording,
			kind: wording.kind,
			asked: documents.length,
			said: check.missing.length === 0 ? null : said.filter((text) => text !== null).join('; ')
		};
	});
	if (checked.length === 0) return;
	const missing = checked.flatMap(({ wording, kind, missing }) =>
		missing.map((object) => ({ wording, kind, object }))
	);
	await tx.append('document_reading', {
		wording: checked.map(({ wording }) => wording),
		kind: checked.map(({ kind }) => kind),
		asked: checked.map(({ asked }) => asked),
		spoken: checked.map(({ spoken }) => spoken),
		missing: checked.map(({ missing }) => missing.length),
		said: checked.map(({ said }) => said)
	});
	await tx.append('document_missing', {
		wording: missing.map(({ wording }) => wording),
		kind: missing.map(({ kind }) => kind),
		object: missing.map(({ object }) => object)
	});
}

/** What names of documents mean in the SOP, folded, by the file that they stand in. */
async function namesByFile(tx: Transaction): Promise<Map<string, Map<string, string | null>>> {
	const files = await tx.all('pipeline/documents/names');
	return new Map(
		files.map((file) => [
			fileKey(file),
			new Map(
				Object.entries(JSON.parse(file.names) as Record<string, string | null>).map(
					([name, meant]) => [normaliseActivity(name), meant]
				)
			)
		])
	);
}

function fileKey({ process, source_order }: { process: number; source_order: string | null }) {
	return `${process} ${source_order ?? ''}`;
}
