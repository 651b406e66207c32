import { AsyncLocalStorage } from 'node:async_hooks';
import type { Person } from '$lib/domain/accounts/roles';
import { recordAct, type Act, type Actor } from '../audit/append';
import { getStore } from '../database/lifecycle';
import { currentInstant } from '../product';

/** For whom a request is answered. */
export interface RequestContext {
	/** undefined while nobody is signed in. */
	person: Person | undefined;
	/** Where the request came from. */
	address: string;
}

// Hot reload evaluates this module anew; what reads must find what was written.
const shared = globalThis as { tepatRequest?: AsyncLocalStorage<RequestContext> };
const requests = (shared.tepatRequest ??= new AsyncLocalStorage());

/** Answers a request for somebody: what is read on the way is held to the offices they see. */
export function answerFor<T>(context: RequestContext, work: () => T): T {
	return requests.run(context, work);
}

/** For whom the running request is answered; undefined outside of any, as when the server starts. */
export function currentRequest(): RequestContext | undefined {
	return requests.getStore();
}

/** Who acts in the running request, as the record of who did what names them. */
export function currentActor(): Actor {
	const request = currentRequest();
	return {
		account: request?.person?.account ?? null,
		name: request?.person?.name ?? '—',
		address: request?.address ?? ''
	};
}

/** The name under which what is done in this request is kept beside the data. */
export function currentName(): string {
	return currentRequest()?.person?.name ?? 'tepat';
}

/** By what the jobs of the running request's person are known as theirs. */
export function currentOwner(): string {
	const person = currentRequest()?.person;
	return person?.account == null ? (person?.name ?? '—') : `account ${person.account}`;
}

/** Adds what the person of the running request did to the record. */
export async function noteAct(act: Act): Promise<void> {
	await recordAct(await getStore(), currentActor(), act, currentInstant());
}
