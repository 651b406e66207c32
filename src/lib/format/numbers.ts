import { m } from '$lib/paraglide/messages';
import { getLocale, type Locale } from '$lib/paraglide/runtime';

/** No-break space: a number and its unit stay on one line. */
export const NBSP = '\u00a0';

/** What stands where there is no value. */
export const NONE = '—';

/**
 * A number in the reader's spelling: `1.234,5`. null, undefined and NaN give —.
 * @param digits decimals shown at most; trailing zeros are dropped
 */
export function formatNumber(
	value: number | bigint | null | undefined,
	digits = 1,
	locale: Locale = getLocale()
): string {
	return isMissing(value) ? NONE : numberFormat(locale, 0, digits).format(value);
}

/** A score of an evaluation, always to two decimals so that scores stand under each other: `2,90`. null gives —. */
export function formatScore(
	value: number | null | undefined,
	locale: Locale = getLocale()
): string {
	return isMissing(value) ? NONE : numberFormat(locale, 2, 2).format(value);
}

/** A whole count: `3.412`. null gives —. */
export function formatCount(
	value: number | bigint | null | undefined,
	locale: Locale = getLocale()
): string {
	return formatNumber(value, 0, locale);
}

/**
 * A share of 1 as percent: `91,8 %`. Never rounded to 0 or 100 unless it is: a share just under
 * 1 shows 99,9 %. null and NaN give —.
 */
export function formatPercent(
	share: number | null | undefined,
	digits = 1,
	locale: Locale = getLocale()
): string {
	if (isMissing(share)) return NONE;
	const step = 10 ** -digits;
	let percent = share * 100;
	if (share > 0 && share < 1) percent = Math.min(100 - step, Math.max(step, percent));
	const exact = share === 0 || share === 1;
	const text = numberFormat(locale, exact ? 0 : digits, digits).format(percent);
	return locale === 'id' ? `${text}${NBSP}%` : `${text}%`;
}

/** On-time rate as a share of 1; null when nothing was judged. */
export function rate(onTime: number | bigint, late: number | bigint): number | null {
	const judged = Number(onTime) + Number(late);
	return judged === 0 ? null : Number(onTime) / judged;
}

/**
 * The difference of two shares in percentage points, with its sign: `−2,1 poin`. — when either is
 * missing.
 */
export function formatPoints(
	now: number | null | undefined,
	before: number | null | undefined,
	locale: Locale = getLocale()
): string {
	if (isMissing(now) || isMissing(before)) return NONE;
	const text = signed(locale)
		.format((now - before) * 100)
		.replace('-', '−');
	return m.format_points({ value: text }, { locale });
}

/**
 * Rupiah with large amounts spelled out: `Rp950.000`, `Rp12,5 juta`, `Rp1,25 miliar`. null gives —.
 * @param exact every digit: `Rp1.250.000.000`
 */
export function formatMoney(
	rupiah: number | bigint | null | undefined,
	{ exact = false, locale = getLocale() }: { exact?: boolean; locale?: Locale } = {}
): string {
	if (isMissing(rupiah)) return NONE;
	const amount = Number(rupiah);
	const sign = amount < 0 ? '−' : '';
	const size = Math.abs(amount);
	if (exact || Math.round(size) < 1e6) {
		const digits = typeof rupiah === 'bigint' ? abs(rupiah) : size;
		return `${sign}Rp${numberFormat(locale, 0, 0).format(digits)}`;
	}
	// Rounded before the word is chosen, so that 999.999.999 is not "1.000 juta".
	const rounded = Number(size.toPrecision(4));
	const [unit, word] =
		rounded >= 1e12
			? [1e12, m.format_triliun({}, { locale })]
			: rounded >= 1e9
				? [1e9, m.format_miliar({}, { locale })]
				: [1e6, m.format_juta({}, { locale })];
	return `${sign}Rp${numberFormat(locale, 0, 2).format(rounded / unit)}${NBSP}${word}`;
}

/** The size of a file: `912 KB`, `1,4 MB`. */
export function formatBytes(bytes: number, locale: Locale = getLocale()): string {
	const kilobytes = bytes / 1024;
	return kilobytes < 1000
		? m.file_size_kb({ value: formatNumber(Math.ceil(kilobytes), 0, locale) }, { locale })
		: m.file_size_mb({ value: formatNumber(kilobytes / 1024, 1, locale) }, { locale });
}

function isMissing(value: number | bigint | null | undefined): value is null | undefined {
	return value === null || value === undefined || (typeof value === 'number' && isNaN(value));
}

function abs(value: bigint): bigint {
	return value < 0n ? -value : value;
}

// Making a formatter costs far more than using it, and tables use it thousands of times.
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: Locale, least: number, most: number): Intl.NumberFormat {
	const key = `${locale} ${least} ${most}`;
	let format = formats.get(key);
	if (!format) {
		format = new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
			minimumFractionDigits: least,
			maximumFractionDigits: most
		});
		formats.set(key, format);
	}
	return format;
}

function signed(locale: Locale): Intl.NumberFormat {
	return new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
		maximumFractionDigits: 1,
		signDisplay: 'exceptZero'
	});
}
