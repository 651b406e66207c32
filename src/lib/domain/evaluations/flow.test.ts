import { expect, it } from 'vitest';
import {
	checkAct,
	contractState,
	documentState,
	dueDates,
	isApproved,
	isOwnDecision,
	isOverdue,
	nextActs
} from './flow';

const act = (kind: Parameters<typeof checkAct>[1]['kind'], by = 'kepala', reason = '') => ({
	kind,
	by,
	reason
});

it('goes through the five steps, and back to the second for a re-evaluation', () => {
	expect(nextActs('due')).toEqual(['checked']);
	expect(nextActs('received')).toEqual(['approved', 'again']);
	expect(nextActs('again')).toEqual(['filled']);
	expect(nextActs('documented')).toEqual([]);
});

it('refuses what is not next, one’s own sheet, and a re-evaluation without a reason', () => {
	const received = { state: 'received' as const, filledBy: 'ani' };
	expect(() => checkAct({ state: 'due', filledBy: null }, act('approved'))).toThrow(
		'sheet_not_now'
	);
	expect(() => checkAct(received, act('approved', 'ani'))).toThrow('sheet_own');
	expect(() => checkAct(received, act('again'))).toThrow('sheet_reason_missing');
	expect(() => checkAct(received, act('again', 'kepala', 'belum lengkap'))).not.toThrow();
	expect(() => checkAct(received, act('approved'))).not.toThrow();
});

it('lets whoever filled a sheet do all but decide on it', () => {
	const own = { filledBy: 'ani' };
	const kinds = ['checked', 'filled', 'received', 'approved', 'again', 'documented'] as const;
	expect(kinds.filter((kind) => isOwnDecision(own, { kind, by: 'ani' }))).toEqual([
		'approved',
		'again'
	]);
	expect(kinds.some((kind) => isOwnDecision(own, { kind, by: 'kepala' }))).toBe(false);
	expect(kinds.some((kind) => isOwnDecision({ filledBy: null }, { kind, by: undefined }))).toBe(
		false
	);
});

it('ranks approved sheets only', () => {
	const states = [
		'due',
		'checked',
		'filled',
		'received',
		'again',
		'approved',
		'documented'
	] as const;
	expect(states.filter(isApproved)).toEqual(['approved', 'documented']);
});

it('knows documents that are there, expired and missing', () => {
	expect(documentState(undefined, '2026-11-20')).toBe('missing');
	expect(documentState({ validUntil: null }, '2026-11-20')).toBe('present');
	expect(documentState({ validUntil: '2026-11-20' }, '2026-11-20')).toBe('present');
	expect(documentState({ validUntil: '2026-11-19' }, '2026-11-20')).toBe('expired');
});

it('gives notice before a contract ends', () => {
	expect(contractState('2026-01-01', '2026-11-20', 41, 60)).toBe('ending');
	expect(contractState('2026-01-01', '2026-11-20', 61, 60)).toBe('running');
	expect(contractState('2026-01-01', '2026-11-20', -1, 60)).toBe('ended');
	expect(contractState('2027-01-01', '2026-11-20', 400, 60)).toBe('before');
});

it.each([
	['2026-08-31', 3, '2027-06-30', ['2026-08-31', '2026-11-30', '2027-02-28', '2027-05-31']],
	['2026-11-30', 0, '2030-01-01', ['2026-11-30']],
	['2026-11-30', 6, '2026-12-31', ['2026-11-30']],
	['2026-12-15', 1, '2027-02-15', ['2026-12-15', '2027-01-15', '2027-02-15']]
])('plans a check on %s every %i months until %s', (first, months, until, expected) => {
	expect(dueDates(first, months, until)).toEqual(expected);
});

it('is overdue from the day after, until it is approved', () => {
	expect(isOverdue({ state: 'due', due: '2026-11-20' }, '2026-11-20')).toBe(false);
	expect(isOverdue({ state: 'received', due: '2026-11-20' }, '2026-11-21')).toBe(true);
	expect(isOverdue({ state: 'approved', due: '2026-11-20' }, '2026-11-21')).toBe(false);
});
