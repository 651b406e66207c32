import { z } from 'zod';
import { fields } from '$lib/domain/importing/fields';
import { UserError } from '$lib/domain/user-error';

const name = z.string().min(1).max(500);

/** How files are read; what is left out, their columns decide. */
export const fileReading = z.strictObject({
	profile: name.optional(),
	sop: name.optional(),
	log: name.max(120).optional(),
	unit: name.optional(),
	map: z.partialRecord(z.enum(fields), name).optional(),
	timeFormats: z.array(name).optional(),
	offsets: z.enum(['false', 'real']).optional()
});

/** A text of the files that means a step of the SOP, by the step's id. */
const alias = z.strictObject({ text: z.string().min(1).max(2000), step: name });

const jobRequest = z.strictObject({
	/** `match`: which steps of the SOP the activities of the files are. */
	action: z.enum(['match', 'check', 'import']),
	/** The import in preparation that it is asked for. */
	draft: z.uuid().optional(),
	/** Files that are read in the same way stand together. */
	groups: z
		.array(
			z.strictObject({
				uploads: z.array(z.uuid()).min(1).max(500),
				reading: fileReading,
				/** What somebody confirmed; kept when the files are imported. */
				aliases: z.array(alias).max(1000).optional()
			})
		)
		.min(1)
		.max(100)
});

export type FileReading = z.infer<typeof fileReading>;

/** What the import page asks for: which of the files that wait, read how, and whether for good. */
export type JobRequest = z.infer<typeof jobRequest>;

/**
 * A request of somebody who is held to some offices, with every file read as one of these: a column that names offices
 * would decide otherwise, so it does not count. Of one office only, that one goes without saying.
 * @param units codes; null leaves the request as it is
 * @throws UserError `import_unit_column`, `import_unit_needed` {units}, `import_unit_foreign` {unit}
 */
export function holdToUnits(request: JobRequest, units: readonly string[] | null): JobRequest {
	if (units === null) return request;
	const groups = request.groups.map((group) => {
		const { map, unit: named } = group.reading;
		if (map?.unit !== undefined) throw new UserError('import_unit_column');
		const unit = named ?? (units.length === 1 ? units[0] : undefined);
		if (unit === undefined) throw new UserError('import_unit_needed', { units: units.join(', ') });
		if (!units.includes(unit)) throw new UserError('import_unit_foreign', { unit });
		return { ...group, reading: { ...group.reading, unit } };
	});
	return { ...request, groups };
}

/** Reads a request of the import page. @throws UserError `request_unreadable` {place} */
export function parseJobRequest(body: unknown): JobRequest {
	const parsed = jobRequest.safeParse(body);
	if (parsed.success) return parsed.data;
	const place = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
	throw new UserError('request_unreadable', { place }, parsed.error);
}
