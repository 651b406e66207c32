const units: Record<string, number> = {
	satu: 1,
	dua: 2,
	tiga: 3,
	empat: 4,
	lima: 5,
	enam: 6,
	tujuh: 7,
	delapan: 8,
	sembilan: 9,
	sepuluh: 10,
	sebelas: 11,
	seratus: 100
};

/**
 * Reads an Indonesian cardinal from 1 to 999 ("lima", "empat belas", "seratus dua puluh"), or null when it is none.
 */
export function numberFromWords(text: string): number | null {
	let total = 0;
	let unit: number | null = null;
	let ceiling = 1000;
	const take = (value: number, scale: number) => {
		if (scale >= ceiling) return false;
		total += value;
		ceiling = scale;
		unit = null;
		return true;
	};
	for (const word of text.trim().toLowerCase().split(/\s+/)) {
		if (word === 'belas' || word === 'puluh' || word === 'ratus') {
			if (unit === null || unit > 9 || (word === 'belas' && unit === 1)) return null;
			const ok =
				word === 'belas'
					? ceiling > 10 && take(10 + unit, 1)
					: word === 'puluh'
						? take(unit * 10, 10)
						: take(unit * 100, 100);
			if (!ok) return null;
			continue;
		}
		const value = units[word];
		if (value === undefined || unit !== null) return null;
		if (value === 100) {
			if (!take(100, 100)) return null;
		} else if (value >= 10) {
			if (ceiling <= 10 || !take(value, 1)) return null;
		} else unit = value;
	}
	if (unit !== null && !take(unit, 1)) return null;
	return total > 0 ? total : null;
}
