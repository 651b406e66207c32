/** Failed sign-ins that count: from one sender for one account, for one account, from one sender. */
export interface Failures {
	/** Of this account from this sender. */
	pair: number;
	/** Of this account from senders that never signed in to it. */
	account: number;
	/** From this address, whatever the account. */
	address: number;
}

/** How a sign-in is slowed. Milliseconds. */
export interface Slowing {
	/** Before this much time has passed since the pair's last failure, it is refused without a look at the password. */
	refuseFor: number;
	/** For so long an attempt that is looked at waits first. */
	delay: number;
}

/** Failures older than this are forgotten. */
export const FAILURE_MEMORY_MS = 15 * 60 * 1000;

const FREE = { pair: 4, account: 10, address: 30 };
const LONGEST_REFUSAL = 60_000;
const LONGEST_DELAY = 4_000;

/**
 * How much to slow a sign-in. Only a sender who failed at this very account is refused for a while; what others fail at,
 * elsewhere or behind the same address, makes an attempt wait some seconds at most: nobody can lock an office, or one
 * of its people, out by failing on purpose.
 */
export function slowing({ pair, account, address }: Failures): Slowing {
	const over = (count: number, free: number): number => Math.max(0, count - free);
	const doubled = (times: number): number =>
		times === 0 ? 0 : 1000 * 2 ** Math.min(times - 1, 10);
	return {
		refuseFor: Math.min(LONGEST_REFUSAL, doubled(over(pair, FREE.pair))),
		delay: Math.min(
			LONGEST_DELAY,
			250 * over(account, FREE.account) + 100 * over(address, FREE.address)
		)
	};
}
