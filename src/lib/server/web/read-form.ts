/** The form of a request; an empty one where its body is none. */
export async function readForm(request: Request): Promise<FormData> {
	return request.formData().catch(() => new FormData());
}
