/** Words that join others and tell one activity from another by nothing: Indonesian, and English in mixed logs. */
const JOINING = new Set(
	(
		'dan atau yang di ke dari untuk pada dengan oleh atas para serta dalam secara tersebut kepada terhadap melalui ' +
		'ini itu adalah akan telah sudah agar bila jika apabila sebagai tentang hal antara hingga sampai nya ' +
		'the a an of to and or for in on by with from at is are be as'
	).split(' ')
);

/** Beginnings of derived words, longest first: what is left after one of them is close to the root. */
const PREFIXES = [
	...['memper', 'penye', 'menye', 'peng', 'meng', 'pem', 'mem', 'pen', 'men', 'ber', 'ter'],
	...['per', 'pe', 'me', 'di', 'se', 'ke']
];
const SUFFIXES = ['kannya', 'annya', 'inya', 'nya', 'kan', 'an', 'i'];
const shortestRoot = 4;

/**
 * The words of a normalised text that say something, without their Indonesian affixes: "penerimaan", "menerima" and
 * "diterima" begin and end alike afterwards. A light cut, not a morphology: it is only ever compared with itself.
 */
export function tellingWords(normalised: string): string[] {
	return normalised
		.split(' ')
		.filter((word) => word !== '' && !JOINING.has(word))
		.map(rootOf);
}

function rootOf(word: string): string {
	if (/\d/.test(word)) return word;
	const suffix = SUFFIXES.find(
		(end) => word.endsWith(end) && word.length - end.length >= shortestRoot
	);
	const bare = suffix === undefined ? word : word.slice(0, -suffix.length);
	const prefix = PREFIXES.find(
		(start) => bare.startsWith(start) && bare.length - start.length >= shortestRoot - 1
	);
	return prefix === undefined ? bare : bare.slice(prefix.length);
}

/** How alike two words are, 0 to 1: the share of pairs of letters that they have in common. */
export function wordLikeness(a: string, b: string): number {
	if (a === b) return 1;
	// Numbers and codes are the same or are not.
	if (/\d/.test(a + b)) return 0;
	const pairs = pairsOf(a);
	const others = pairsOf(b);
	if (pairs.length === 0 || others.length === 0) return 0;
	const rest = [...others];
	let common = 0;
	for (const pair of pairs) {
		const at = rest.indexOf(pair);
		if (at < 0) continue;
		rest.splice(at, 1);
		common++;
	}
	return (2 * common) / (pairs.length + others.length);
}

function pairsOf(word: string): string[] {
	return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));
}
