/** Columns that hold a number of a person or of an account, whatever their digits look like. */
const PERSONAL_COLUMN =
	/(^|[^a-z])(nip|nik|npwp|ktp|no ?rek|norek|rek|rekening|nomor rekening|account ?(no|number)|bank account|paspor|passport|telp|telepon|telpon|phone|hp|email|e-mail)([^a-z]|$)/;

/**
 * Numbers that are personal wherever they stand: a civil servant's number (18 digits: date of birth, month of
 * appointment, sex, place), a tax number (15 digits, or 16 as an identity number), with the dots, dashes and spaces
 * that people write in them.
 */
const PERSONAL_NUMBERS = [
	/(?<!\d)\d{8}[ .]?\d{6}[ .]?\d[ .]?\d{3}(?!\d)/g,
	/(?<!\d)\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}(?!\d)/g,
	/(?<!\d)\d{15,16}(?!\d)/g
];

/**
 * A text without the numbers that tell who somebody is: all but their last three digits are dots. In a column that says
 * that it holds such a number every digit goes.
 * @param column as its source names it; null where none is known
 */
export function maskPersonal(column: string | null, text: string): string {
	const name = (column ?? '')
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.replace(/_/g, ' ');
	if (PERSONAL_COLUMN.test(name)) return text.includes('@') ? '•••' : hide(text);
	return PERSONAL_NUMBERS.reduce((masked, number) => masked.replace(number, hide), text);
}

function hide(text: string): string {
	const digits = text.replace(/\D/g, '').length;
	let seen = 0;
	return text.replace(/\d/g, (digit) => (++seen > digits - 3 && digits > 5 ? digit : '•'));
}
