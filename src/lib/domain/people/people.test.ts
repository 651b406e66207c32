import { describe, expect, it } from 'vitest';
import { UserError } from '../user-error';
import { readPeopleCsv } from './people-csv';
import { plainName, readPersonRole } from './roles-of-people';

const ROLES = ['Verifikator', 'Kepala LPSE', 'ULP / POKJA ULP'];
const written = { person: ' Ani  Contoh ', role: 'verifikator', from: '2026-01-01', until: '' };

describe('a role of a person', () => {
	it('is kept in the spelling of the SOPs, and open-ended without an end', () => {
		expect(readPersonRole(written, ROLES)).toEqual({
			person: 'Ani Contoh',
			role: 'Verifikator',
			from: '2026-01-01',
			until: null
		});
		expect(readPersonRole({ ...written, role: 'ulp/pokja ulp' }, ROLES).role).toBe(
			'ULP / POKJA ULP'
		);
		expect(readPersonRole({ ...written, until: '2026-01-01' }, ROLES).until).toBe('2026-01-01');
	});

	it.each([
		[{ person: ' - ' }, 'people_person_missing'],
		[{ person: 'x'.repeat(201) }, 'text_too_long'],
		[{ role: '' }, 'people_role_missing'],
		[{ role: 'Verifikatur' }, 'people_role_unknown'],
		[{ from: '' }, 'people_date'],
		[{ from: '01/02/2026' }, 'people_date'],
		[{ until: '2026-02-30' }, 'people_date'],
		[{ until: '2025-12-31' }, 'people_until_before_from']
	])('is refused by name: %o', (given, code) => {
		expect(() => readPersonRole({ ...written, ...given }, ROLES)).toThrow(
			expect.objectContaining({ code })
		);
	});

	it('compares names without what logs write differently', () => {
		expect(plainName('  Dr. ANI-Contoh, S.E.')).toBe('dr ani contoh s e');
	});
});

describe('a file of persons and roles', () => {
	it('is read with its columns in any order and either language, and says each row it cannot use', () => {
		const { rows, problems } = readPeopleCsv(
			'\ufeffPeran;Nama;Sampai;Dari\nVerifikator;Ani;;2026-01-01\nSopir;Budi;;2026-01-01\n\nKepala LPSE;;;2026-01-01\n',
			ROLES
		);
		expect(rows).toEqual([{ person: 'Ani', role: 'Verifikator', from: '2026-01-01', until: null }]);
		expect(problems.map(({ row, error }) => [row, error.code])).toEqual([
			[2, 'people_role_unknown'],
			[3, 'people_person_missing']
		]);
		const english = readPeopleCsv('person,role,from\nAni,Verifikator,2026-01-01', ROLES);
		expect(english.rows).toHaveLength(1);
	});

	it('needs its columns and at least a row', () => {
		expect(() => readPeopleCsv('', ROLES)).toThrow(UserError);
		expect(() => readPeopleCsv('nama;peran\nAni;Verifikator', ROLES)).toThrow(
			expect.objectContaining({ code: 'people_csv_column', params: { column: 'dari' } })
		);
		expect(() => readPeopleCsv('nama;peran;dari\n', ROLES)).toThrow(
			expect.objectContaining({ code: 'people_csv_empty' })
		);
	});
});
