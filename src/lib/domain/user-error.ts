/**
 * An error that a person can act on. `code` names the message `error_<code>` of the interface,
 * `params` fill its places (file, row, column, value …).
 */
export class UserError extends Error {
	readonly code: string;
	readonly params: Record<string, string | number>;

	constructor(code: string, params: Record<string, string | number> = {}, cause?: unknown) {
		super(`${code} ${JSON.stringify(params)}`, { cause });
		this.name = 'UserError';
		this.code = code;
		this.params = params;
	}
}
