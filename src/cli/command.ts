import { userInfo } from 'node:os';
import type { ParseArgsConfig } from 'node:util';
import type { Actor } from '$lib/server/audit/append';
import type { Store } from '$lib/server/database/store';
import { findScope } from '$lib/server/reading/scope';
import type { Scope } from '$lib/server/reading/scope';
import { isDate } from '$lib/domain/filters/period';
import { UsageError } from './usage';

/** What a command is given. */
export interface Call {
	positionals: string[];
	options: Record<string, string | string[] | boolean | undefined>;
	json: boolean;
	home: string;
	/** UTC, ISO without zone. */
	now: string;
	withStore<T>(work: (store: Store) => Promise<T>): Promise<T>;
}

export interface Command {
	options: NonNullable<ParseArgsConfig['options']>;
	/** Answers the exit code. */
	run(call: Call): Promise<number>;
}

/** The options by which a command is held to a part of the store. */
export const scopeOptions = {
	sop: { type: 'string' },
	unit: { type: 'string' },
	from: { type: 'string' },
	to: { type: 'string' }
} satisfies NonNullable<ParseArgsConfig['options']>;

/** Answers an option as text; null where it was not given. */
export function text(call: Call, name: string): string | null {
	const value = call.options[name];
	return typeof value === 'string' ? value : null;
}

/** Reads the scope of a call. Throws UsageError `cli_date` {option, value} for what is not a date. */
export function callScope(call: Call, store: Store): Promise<Scope> {
	return findScope(store, {
		unit: text(call, 'unit'),
		sop: text(call, 'sop'),
		from: date(call, 'from'),
		to: date(call, 'to')
	});
}

function date(call: Call, option: string): string | null {
	const value = text(call, option);
	if (value !== null && !isDate(value)) throw new UsageError('cli_date', { option, value });
	return value;
}

/** Throws UsageError `cli_no_arguments` where a command that takes no words is given some. */
export function refusePositionals(call: Call): void {
	const [word] = call.positionals;
	if (word !== undefined) throw new UsageError('cli_no_arguments', { word });
}

/** Whoever may run this command may do everything; the record names them by their account on this machine. */
export function terminal(): Actor {
	return { account: null, name: `cli:${userInfo().username}`, address: '' };
}
