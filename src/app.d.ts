import type { Identity } from '$lib/server/web/people/identify';

declare global {
	namespace App {
		interface Error {
			message: string;
			id?: string;
		}
		interface Locals {
			/** Who sends the request. */
			identity: Identity;
		}
	}
}

export {};
