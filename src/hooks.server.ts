import { building } from '$app/environment';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { admit } from '$lib/server/web/request/admit';
import { answer, guard } from '$lib/server/web/request/handle';
import { initServer } from '$lib/server/web/running/init';
import { reportError } from '$lib/server/web/request/report-error';

/** Opens the store before the first request; building the pages needs none. */
export const init: ServerInit = async () => {
	if (!building) await initServer();
};

/** Language, theme and headers around everything, also around what is refused; then who may do it. */
export const handle: Handle = sequence(
	({ event, resolve }) => answer(event, resolve),
	({ event, resolve }) => guard(event, resolve),
	({ event, resolve }) => admit(event, resolve)
);

export const handleError: HandleServerError = ({ error, event, status }) =>
	reportError({
		error,
		request: event.request,
		locals: event.locals,
		path: event.url.pathname,
		status
	});
