import { UserError } from '../user-error';

/** At most so many explicit formats, in the order in which they are tried; the macro `read_time` has a place for each. */
export const mostTimeFormats = 8;

/** A format of times that a mapping names, and how finely it tells them: 1 second, 2 minute, 3 day. */
export interface TimeFormat {
	format: string;
	precision: 1 | 2 | 3;
}

/** The letters that DuckDB's strptime knows, but for zones and epochs. */
const directives = /^(?:[^%]|%-?[dmyHIMSj]|%[YbBaAfpT%])*$/;

/**
 * Checks formats as `%d/%m/%Y %H:%M` (letters as in strptime) and says how finely each tells a time.
 * @throws UserError `import_time_format` {format}: it lacks year, month or day, or holds an unknown letter or a
 * zone; `import_time_formats_many` {most}
 */
export function parseTimeFormats(formats: readonly string[]): TimeFormat[] {
	if (formats.length > mostTimeFormats)
		throw new UserError('import_time_formats_many', { most: mostTimeFormats });
	return formats.map((format) => {
		const date = /%-?[yY]/.test(format) && /%-?d/.test(format);
		const month = /%-?m|%[bB]/.test(format);
		if (!directives.test(format) || !date || !month)
			throw new UserError('import_time_format', { format });
		if (!/%-?[HI]|%T/.test(format)) return { format, precision: 3 };
		return { format, precision: /%-?S|%T/.test(format) ? 1 : 2 };
	});
}
