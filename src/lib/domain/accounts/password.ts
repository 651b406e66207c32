import { UserError } from '../user-error';

/** Characters. Long enough that a list of guesses at the speed of our own hash does not reach it. */
export const SHORTEST_PASSWORD = 12;
/** Characters: a longer one is only work for the server. */
export const LONGEST_PASSWORD = 128;

/** What guessers try first, whole or with a little around it: in English and in Indonesian, and this product's own words. */
const COMMON = [
	...['password', 'passw0rd', 'kata sandi', 'katasandi', 'sandi', 'rahasia', 'secret', 'letmein'],
	...['welcome', 'selamat', 'selamatdatang', 'admin', 'administrator', 'adminadmin', 'superadmin'],
	...['root', 'user', 'pengguna', 'test', 'testing', 'coba', 'default', 'changeme', 'gantisaya'],
	...[
		'qwerty',
		'qwertyuiop',
		'asdfghjkl',
		'zxcvbnm',
		'iloveyou',
		'sayang',
		'cinta',
		'akucintakamu'
	],
	...['indonesia', 'indonesiaraya', 'merdeka', 'pancasila', 'jakarta', 'bandung', 'surabaya'],
	...[
		'bismillah',
		'alhamdulillah',
		'sukses',
		'bahagia',
		'monkey',
		'dragon',
		'football',
		'sepakbola'
	],
	...['princess', 'sunshine', 'superman', 'batman', 'master', 'abc', 'abcd', 'abcdef', 'tepat'],
	...[
		'pengadaan',
		'eprocurement',
		'lpse',
		'spse',
		'lkpp',
		'ukpbj',
		'kepala',
		'analis',
		'inspektur'
	],
	...['inspektorat', 'pemerintah', 'pemda', 'kabupaten', 'provinsi', 'kementerian', 'kominfo']
].map(plain);

const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/**
 * Refuses a password that is too short, too long, or among those that are guessed first: common words with digits
 * around them, a person's own name, rows of the keyboard, few characters over and over. It asks for no kinds of
 * characters and never for a change, which make people choose worse ones (NIST SP 800-63B, 5.1.1.2).
 * @param words of the person: name, full name, office
 * @throws UserError `password_short` {least}, `password_long` {most}, `password_common`
 */
export function checkPassword(password: string, words: readonly string[]): void {
	const length = [...password].length;
	if (length < SHORTEST_PASSWORD)
		throw new UserError('password_short', { least: SHORTEST_PASSWORD });
	if (length > LONGEST_PASSWORD) throw new UserError('password_long', { most: LONGEST_PASSWORD });
	if (isGuessable(password, words)) throw new UserError('password_common');
}

function isGuessable(password: string, words: readonly string[]): boolean {
	if (new Set(password.toLowerCase()).size < 5) return true;
	const own = words.flatMap((word) => [word, ...word.split(/[\s.@_-]+/)]).map(plain);
	const known = [...COMMON, ...own.filter((word) => word.length >= 4)];
	let rest = plain(password);
	// What is left when everything guessable is taken out is what a guesser has to find.
	for (const word of known.toSorted((a, b) => b.length - a.length))
		rest = rest.replaceAll(word, ' ');
	for (const run of runsOf(rest)) rest = rest.replaceAll(run, ' ');
	// A year, a birthday, a few digits at the end: tried with every word.
	rest = rest.replace(/\d{1,8}(?=\s|$)|(?<=^|\s)\d{1,8}/g, ' ');
	return [...rest.replace(/\s/g, '')].length < 5;
}

/** Stretches of four and more characters that stand beside each other on a keyboard or in the alphabet. */
function runsOf(text: string): string[] {
	const runs: string[] = [];
	for (const row of [...ROWS, ...ROWS.map((line) => [...line].reverse().join(''))])
		for (let length = row.length; length >= 4; length--)
			for (let start = 0; start + length <= row.length; start++) {
				const run = row.slice(start, start + length);
				if (text.includes(run)) runs.push(run);
			}
	return runs.sort((a, b) => b.length - a.length);
}

/** Without capitals, accents and the swaps that every guesser knows. */
function plain(text: string): string {
	const swaps: Record<string, string> = {
		'@': 'a',
		'4': 'a',
		'3': 'e',
		'1': 'i',
		'!': 'i',
		'0': 'o',
		$: 's',
		'5': 's'
	};
	const lower = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	// Digits in a row are a number; one inside a word is a letter in disguise.
	return lower
		.replace(/(?<=[a-z])[@431!0$5](?=[a-z])|[@$](?=[a-z])/g, (sign) => swaps[sign] ?? sign)
		.replace(/[\s._-]/g, '');
}
