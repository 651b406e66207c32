import { type LocalSeconds, dateOf, formatLocal } from '../../calendar/local-time';
import type { PackageFacts } from './facts';

/** A row of a file, in the order of its columns. */
export type Row = Record<string, string | number | null>;

/** The office whose packages they are. */
export interface Office {
	lpse: number;
	name: string;
	/** The date on which the files were pulled. */
	pulled: string;
}

export const packageYear = 2026;
/** A public servant's number that nobody has. */
export const nip = '000000000000000000';
export const place = { kd_klpd: 'D000', nama_klpd: 'Kab. Contoh Utara', jenis_klpd: 'KABUPATEN' };
/** A document's date as ISB writes it: midnight with a Z that is not meant. */
export const documentDate = (at: LocalSeconds) => `${dateOf(at)}T00:00:00.000000Z`;
/** A local time, `YYYY-MM-DD HH:MM:SS`. */
export const clock = (at: LocalSeconds) => formatLocal(at).replace('T', ' ');
/** The same with the Z that is not meant. */
export const falseZ = (at: LocalSeconds) => `${clock(at)}.000000Z`;
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A date of work as the English-language part of the source writes it. */
export function englishDate(at: LocalSeconds): string {
	const [year, month, date] = dateOf(at).split('-').map(Number) as [number, number, number];
	return `${months[month - 1] ?? ''} ${date}, ${year}, 12:00:00AM`;
}

/** The columns with which every row begins. */
export function head({ satker }: PackageFacts): Row {
	return {
		tahun_anggaran: packageYear,
		...place,
		kd_satker: satker.id,
		kd_satker_str: satker.code,
		nama_satker: satker.name
	};
}
