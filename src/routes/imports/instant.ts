import { formatDuration } from '$lib/format/durations';
import { m } from '$lib/paraglide/messages';

/** How long an import took; less than a second is said so, because 0 is never true. */
export function formatTook(milliseconds: number): string {
	return milliseconds < 1000
		? m.imports_under_second()
		: formatDuration(milliseconds / 1000, { elapsed: true });
}
