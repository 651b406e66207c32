import type { Scheme } from './scheme';

/** A scheme as a form has it: every field as it is typed. */
export interface SchemeForm {
	titleId: string;
	titleEn: string;
	source: string;
	ours: boolean;
	least: string;
	most: string;
	zeroTerminated: boolean;
	aspects: AspectForm[];
	/** Best first. */
	bands: BandForm[];
}

export interface AspectForm {
	/** Empty for a new one: it gets one of its title. */
	id: string;
	titleId: string;
	titleEn: string;
	weight: string;
	/** Parted by semicolons. */
	names: string;
	levels: { score: string; text: string }[];
}

export interface BandForm {
	id: string;
	titleId: string;
	titleEn: string;
	from: string;
}

/** What a form shows of a scheme. */
export function formOfScheme(scheme: Scheme): SchemeForm {
	return {
		titleId: scheme.title.id,
		titleEn: scheme.title.en,
		source: scheme.source,
		ours: scheme.ours,
		least: String(scheme.scale.least),
		most: String(scheme.scale.most),
		zeroTerminated: scheme.zeroTerminated,
		aspects: scheme.aspects.map(({ id, title, weight, names, levels }) => ({
			...{ id, titleId: title.id, titleEn: title.en, weight: String(weight) },
			names: names.join('; '),
			levels: levels.map(({ score, text }) => ({ score: String(score), text }))
		})),
		bands: scheme.bands.map(({ id, title, from }) => ({
			...{ id, titleId: title.id, titleEn: title.en, from: String(from) }
		}))
	};
}

/**
 * Reads the fields of a sent form, named `title-id`, `aspect-0-weight`, `aspect-0-level-1-text`, `band-2-from` …; the
 * numbers say the order, and may leave some out.
 */
export function readSchemeForm(fields: Readonly<Record<string, string>>): SchemeForm {
	const field = (name: string) => (Object.hasOwn(fields, name) ? (fields[name] ?? '') : '').trim();
	const places = (prefix: string) => {
		const found = new Set<number>();
		for (const name of Object.keys(fields)) {
			if (!name.startsWith(prefix)) continue;
			const [number = ''] = name.slice(prefix.length).split('-');
			if (/^\d{1,3}$/.test(number)) found.add(Number(number));
		}
		return [...found].sort((a, b) => a - b);
	};
	return {
		titleId: field('title-id'),
		titleEn: field('title-en'),
		source: field('source'),
		ours: field('ours') === 'on',
		least: field('least'),
		most: field('most'),
		zeroTerminated: field('zero') === 'on',
		aspects: places('aspect-').map((at) => {
			const of = `aspect-${at}`;
			return {
				...{ id: field(`${of}-id`), titleId: field(`${of}-title-id`) },
				...{ titleEn: field(`${of}-title-en`), weight: field(`${of}-weight`) },
				names: field(`${of}-names`),
				levels: places(`${of}-level-`).map((level) => ({
					score: field(`${of}-level-${level}-score`),
					text: field(`${of}-level-${level}-text`)
				}))
			};
		}),
		bands: places('band-').map((at) => ({
			...{ id: field(`band-${at}-id`), titleId: field(`band-${at}-title-id`) },
			...{ titleEn: field(`band-${at}-title-en`), from: field(`band-${at}-from`) }
		}))
	};
}

/**
 * The scheme that a form describes, for the schema to check: what is no number stays the text it is. Rows without any
 * text are left out.
 */
export function schemeOfForm(form: SchemeForm, base: Pick<Scheme, 'id' | 'subject'>): unknown {
	return {
		...{ id: base.id, version: 1, subject: base.subject },
		title: { id: form.titleId, en: form.titleEn },
		source: form.source,
		ours: form.ours,
		scale: { least: number(form.least), most: number(form.most) },
		zeroTerminated: form.zeroTerminated,
		aspects: form.aspects
			.filter(({ id, titleId, titleEn }) => `${id}${titleId}${titleEn}` !== '')
			.map((aspect) => ({
				id: aspect.id || idOf(aspect.titleId),
				title: { id: aspect.titleId, en: aspect.titleEn },
				weight: number(aspect.weight),
				names: aspect.names
					.split(';')
					.map((name) => name.trim())
					.filter((name) => name !== ''),
				levels: aspect.levels
					.filter(({ score, text }) => `${score}${text}` !== '')
					.map(({ score, text }) => ({ score: number(score), text }))
			})),
		bands: form.bands
			.filter(({ id, titleId, titleEn, from }) => `${id}${titleId}${titleEn}${from}` !== '')
			.map((band) => ({
				id: band.id || idOf(band.titleId),
				title: { id: band.titleId, en: band.titleEn },
				from: number(band.from)
			}))
	};
}

/** People write 2,5 as well as 2.5. */
function number(text: string): number | string {
	const read = Number(text.replace(',', '.'));
	return text === '' || !Number.isFinite(read) ? text : read;
}

function idOf(title: string): string {
	return title
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
}
