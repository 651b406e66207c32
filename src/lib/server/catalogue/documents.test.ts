import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { normaliseActivity } from '../../domain/sop/normalise';
import type { Sop } from '../../domain/sop/types';
import { loadCatalogue } from './load';

// The scanned documents are not part of this repository; where they lie beside it, every word is checked.
const folder = resolve('../shared/sop-documents');
const present = existsSync(folder);

/** A phrase of the text of each document, by which its file is known. */
const documents: [id: RegExp, phrase: string][] = [
	[/^pos-/, 'POS Pengadaan Barang/Jasa Online'],
	[/^lkpp-/, '2. PELAYANAN e-PURCHASING'],
	[/^badung-/, 'BAGIAN PENGADAAN BARANG/JASA SEKRETARIAT DAERAH KABUPATEN BADUNG'],
	[/^jateng-/, 'PEMERINTAH PROVINSI JAWA TENGAH'],
	[/^oganilir-/, 'PEMERINTAH KABUPATEN OGAN ILIR']
];

/** What the scan broke, as it shows it, and the words it was. */
const repairs: [broken: string, words: string][] = [
	['Websit LPSE', 'Website LPSE'],
	['passwordE-', 'password E-'],
	['mendistribusi kan', 'mendistribusikan'],
	['keleng- kapan', 'kelengkapan'],
	['Menja\\{vab', 'Menjawab'],
	['Lembarizin', 'Lembar izin'],
	['website Ipse', 'website lpse'],
	['SPSE Ol,', 'SPSE OI,'],
	['LPSE.OI1', 'LPSE.OI'],
	['sesuaj', 'sesuai'],
	['Baduna', 'Badung'],
	['LGUSTI', 'I GUSTI']
];

const fold = (text: string) => normaliseActivity(text.replace(/<\/?i>/g, ''));
const repaired = (text: string) =>
	fold(repairs.reduce((known, [broken, whole]) => known.replaceAll(broken, whole), text));

/** Everything the transcription says the document writes, so not our own reasons. */
function written(sop: Sop): string[] {
	const { header } = sop;
	return [
		sop.number ?? '',
		sop.title,
		...[header.created, header.revised, header.effective, header.signatory?.name].map(
			(t) => t ?? ''
		),
		...[header.legalBasis, header.qualifications, header.related, header.equipment].flat(),
		...[header.warnings, header.records, header.terms, header.serviceRequirements].flat(),
		...[header.serviceTimes, header.fees, header.products].flat(),
		...sop.steps.flatMap((step) => [
			step.activity,
			step.time ?? '',
			step.note ?? '',
			...step.requirements,
			...step.outputs
		]),
		...sop.limits.map((limit) => limit.quote)
	].filter((text) => text !== '');
}

it(
	present
		? 'writes no word that its document does not have'
		: 'skipped: the scanned documents are not beside this repository',
	(context) => {
		if (!present) context.skip();
		const files = readdirSync(folder).map((name) => readFileSync(resolve(folder, name), 'utf8'));
		for (const sop of loadCatalogue(resolve('.'))) {
			const phrase = documents.find(([id]) => id.test(sop.id))?.[1] ?? '';
			const text = repaired(files.find((file) => file.includes(phrase)) ?? '');
			const known = new Set(text.split(' '));
			const unknown = written(sop)
				.flatMap((line) => fold(line).split(' '))
				.filter((word) => !known.has(word));
			expect([...new Set(unknown)], sop.id).toEqual([]);
			// The scan of Ogan Ilir runs its columns together; in the others each activity stands in one piece.
			if (sop.id.startsWith('oganilir')) continue;
			for (const step of sop.steps) expect(text, sop.id).toContain(fold(step.activity));
		}
	}
);
