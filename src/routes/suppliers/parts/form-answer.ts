import { answerForm as answer, type Fields } from '../../(account)/form-answer';

/** Reads a field of a form; empty where it was not sent as text. */
export type Field = (name: string) => string;

/** Runs what a form of these pages asks for and answers the sentence that `work` answers. */
export function answerForm(
	request: Request,
	work: (field: Field, fields: Readonly<Fields>) => Promise<string>
) {
	return answer(request, '', async (fields) => ({
		message: await work((name) => fields[name] ?? '', fields),
		fields: {} as Fields
	}));
}
