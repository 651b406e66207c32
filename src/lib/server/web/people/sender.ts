import type { Sender } from '../../accounts/sign-in/sign-in';
import { readCookie, writeCookie, dropCookie, type CookieJar } from './cookies';
import { deviceMark } from '../../accounts/sign-in/throttle';

interface SignInEvent {
	request: Request;
	url: URL;
	cookies: CookieJar;
	getClientAddress(): string;
}

/** What a sign-in brings along: where it comes from and what this browser was given before. */
export function senderOf(event: SignInEvent): Sender {
	return {
		origin: {
			address: event.getClientAddress(),
			agent: event.request.headers.get('user-agent') ?? ''
		},
		device: readCookie(event, 'device'),
		replaces: readCookie(event, 'session')
	};
}

/** Gives the browser its session, and the mark by which it is known next time. */
export function keepSession(event: SignInEvent, signedIn: { session: string; name: string }): void {
	writeCookie(event, 'session', signedIn.session);
	writeCookie(event, 'device', deviceMark(signedIn.name));
	dropCookie(event, 'second');
}
