import { z } from 'zod';
import { fields } from '$lib/domain/importing/fields';
import { UserError } from '$lib/domain/user-error';

const name = z.string().min(1).max(500);

/** How files are read; what is left out, their columns decide. */
const reading = z.strictObject({
	profile: name.optional(),
	sop: name.optional(),
	unit: name.optional(),
	map: z.partialRecord(z.enum(fields), name).optional(),
	timeFormats: z.array(name).optional(),
	offsets: z.enum(['false', 'real']).optional()
});

const jobRequest = z.strictObject({
	action: z.enum(['check', 'import']),
	/** Files that are read in the same way stand together. */
	groups: z
		.array(z.strictObject({ uploads: z.array(z.uuid()).min(1).max(500), reading }))
		.min(1)
		.max(100)
});

export type FileReading = z.infer<typeof reading>;

/** What the import page asks for: which of the files that wait, read how, and whether for good. */
export type JobRequest = z.infer<typeof jobRequest>;

/** Reads a request of the import page. @throws UserError `request_unreadable` {place} */
export function parseJobRequest(body: unknown): JobRequest {
	const parsed = jobRequest.safeParse(body);
	if (parsed.success) return parsed.data;
	const place = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
	throw new UserError('request_unreadable', { place }, parsed.error);
}
