import { expect, it } from 'vitest';
import { shippedScheme } from '../../../../tests/shipped-scheme';
import { schemeSchema } from './scheme';
import { formOfScheme, readSchemeForm, schemeOfForm, type SchemeForm } from './scheme-form';

/** The fields of a form as the page names them. */
function sent(form: SchemeForm): Record<string, string> {
	return {
		'title-id': form.titleId,
		'title-en': form.titleEn,
		source: form.source,
		...(form.ours ? { ours: 'on' } : {}),
		least: form.least,
		most: form.most,
		...(form.zeroTerminated ? { zero: 'on' } : {}),
		...Object.fromEntries(
			form.aspects.flatMap((one, at) => [
				[`aspect-${at}-id`, one.id],
				[`aspect-${at}-title-id`, one.titleId],
				[`aspect-${at}-title-en`, one.titleEn],
				[`aspect-${at}-weight`, one.weight],
				[`aspect-${at}-names`, one.names],
				...one.levels.flatMap(({ score, text }, level) => [
					[`aspect-${at}-level-${level}-score`, score],
					[`aspect-${at}-level-${level}-text`, text]
				])
			])
		),
		...Object.fromEntries(
			form.bands.flatMap((one, at) => [
				[`band-${at}-id`, one.id],
				[`band-${at}-title-id`, one.titleId],
				[`band-${at}-title-en`, one.titleEn],
				[`band-${at}-from`, one.from]
			])
		)
	};
}

it.each(['lkpp-4-2021', 'pendukung-layanan', 'skala-100'])(
	'gives %s back as it was when nothing is typed',
	(id) => {
		const scheme = shippedScheme(id);
		const form = readSchemeForm(sent(formOfScheme(scheme)));
		expect(schemeSchema.parse(schemeOfForm(form, scheme))).toEqual(scheme);
	}
);

it('takes a decimal comma, gives a new aspect an id of its title, and leaves empty rows out', () => {
	const scheme = shippedScheme('skala-100');
	const form = formOfScheme(scheme);
	const [first] = form.bands;
	if (first) first.from = '80,5';
	form.aspects.push(
		{
			id: '',
			titleId: 'Keselamatan & Kerja',
			titleEn: 'Safety',
			weight: '10',
			names: 'K3;; ',
			levels: [{ score: '', text: '' }]
		},
		{ id: '', titleId: '', titleEn: '', weight: '', names: '', levels: [] }
	);
	expect(schemeOfForm(readSchemeForm(sent(form)), scheme)).toMatchObject({
		aspects: expect.arrayContaining([
			expect.objectContaining({ id: 'keselamatan-kerja', weight: 10, names: ['K3'], levels: [] })
		]) as unknown,
		bands: expect.arrayContaining([expect.objectContaining({ from: 80.5 })]) as unknown
	});
	expect((schemeOfForm(readSchemeForm(sent(form)), scheme) as typeof scheme).aspects).toHaveLength(
		scheme.aspects.length + 1
	);
});
