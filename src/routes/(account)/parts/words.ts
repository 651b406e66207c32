import { m } from '$lib/paraglide/messages';

const METHODS: Record<string, () => string> = {
	password: m.accounts_method_password,
	code: m.accounts_method_code,
	recovery: m.accounts_method_recovery,
	link: m.accounts_method_link,
	office: m.accounts_method_office
};

/** How a session was begun, in the interface's words. */
export function methodName(method: string): string {
	return METHODS[method]?.() ?? method;
}

/** The browser and the system that a user agent names, as people call them; only a hint: it says what it likes. */
export function browserName(agent: string): string {
	const browser = /(Edg|OPR|Firefox|Chrome|Safari)\//.exec(
		agent.replace(/Chrome(?=.*(Edg|OPR)\/)/, '')
	)?.[1];
	const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera' };
	const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent)?.[1];
	const named = [browser && (names[browser] ?? browser), system].filter(Boolean).join(', ');
	return named === '' ? agent.slice(0, 40) || m.accounts_browser_unknown() : named;
}
