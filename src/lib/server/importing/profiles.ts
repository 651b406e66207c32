import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, isNode, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { ProcessDefinition, Profile } from '$lib/domain/importing/profile';
import { processesSchema, profileSchema } from '$lib/domain/importing/profile';
import { UserError } from '$lib/domain/user-error';

const folder = 'data/export-profiles';
const processesFile = 'processes.yaml';

export interface Profiles {
	/** By id. */
	profiles: Profile[];
	processes: ProcessDefinition[];
}

const cache = new Map<string, Profiles>();

/**
 * The export profiles of `<home>/data/export-profiles/*.yaml`, and the processes of `processes.yaml` there. Read once
 * per home.
 * @throws UserError `import_profile_broken` {file, line, place, detail} for a file that does not follow the schema;
 * `import_profile_name` {file, id}; `import_profile_process` {file, process, stage}
 */
export function loadProfiles(home: string): Profiles {
	const known = cache.get(home);
	if (known) return known;
	const root = join(home, folder);
	const processes = readYaml(root, processesFile, processesSchema);
	const profiles = readdirSync(root)
		.filter((name) => name.endsWith('.yaml') && name !== processesFile)
		.sort()
		.map((name) => {
			const profile = readYaml(root, name, profileSchema);
			check(profile, name, processes);
			return profile;
		});
	const loaded = { profiles, processes };
	cache.set(home, loaded);
	return loaded;
}

function check(profile: Profile, name: string, processes: readonly ProcessDefinition[]): void {
	const file = `${folder}/${name}`;
	if (`${profile.id}.yaml` !== name)
		throw new UserError('import_profile_name', { file, id: profile.id });
	if (profile.process === undefined) return;
	const process = processes.find(({ id }) => id === profile.process);
	const stage = profile.stage;
	if (!process || (stage !== undefined && !process.stages.some(({ id }) => id === stage)))
		throw new UserError('import_profile_process', {
			file,
			process: profile.process,
			stage: stage ?? ''
		});
}

/** The text of a profile that comes with the product, as an example for others; undefined where there is none. */
export function profileText(home: string, id: string): string | undefined {
	return loadProfiles(home).profiles.some((profile) => profile.id === id)
		? readFileSync(join(home, folder, `${id}.yaml`), 'utf8')
		: undefined;
}

function readYaml<T extends z.ZodType>(root: string, name: string, schema: T): z.infer<T> {
	return parseYaml(`${folder}/${name}`, readFileSync(join(root, name), 'utf8'), schema);
}

/** What a YAML text says. @throws UserError `import_profile_broken` {file, line, place, detail} */
export function parseYaml<T extends z.ZodType>(file: string, text: string, schema: T): z.infer<T> {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines });
	const problem = document.errors[0];
	if (problem)
		throw new UserError(
			'import_profile_broken',
			{ file, line: lines.linePos(problem.pos[0]).line, place: '', detail: problem.message },
			problem
		);
	const parsed = schema.safeParse(document.toJS());
	if (parsed.success) return parsed.data;
	const issue = parsed.error.issues[0];
	const path = issue?.path ?? [];
	throw new UserError(
		'import_profile_broken',
		{
			file,
			line: lineOf(document, lines, path),
			place: path.map(String).join('.'),
			detail: issue?.message ?? ''
		},
		parsed.error
	);
}

function lineOf(
	document: ReturnType<typeof parseDocument>,
	lines: LineCounter,
	path: readonly PropertyKey[]
): number {
	// A missing value has no place of its own: its nearest container has.
	for (let length = path.length; length > 0; length--) {
		const node = document.getIn(path.slice(0, length), true);
		if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
	}
	return 1;
}
