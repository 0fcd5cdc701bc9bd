/**
 * A word or sign without what is mere typography: canonical composition, one kind of quotation mark, apostrophe and
 * dash, no invisible characters, compatibility letters (ligatures, Arabic presentation forms, full width) as usual ones,
 * one code for letters that Arabic and Persian keyboards write with two. Case stays. Empty when nothing is visible.
 */
export function normaliseWord(written: string): string {
  if (ASCII.test(written)) return ASCII_SIGNS[written] ?? written
  const composed = written.replace(COMPATIBLE, run => run.normalize('NFKC')).normalize('NFC')
  const visible = composed.replace(PICTURE.test(composed) ? VARIATIONS : INVISIBLE, '')
  const plain = visible.replace(VARIANTS, sign => PLAIN[sign] ?? (DASH.test(sign) ? '-' : sign))
  return ASCII_SIGNS[plain] ?? plain
}

/**
 * A normalised word in lower case, without what writers of the same language set or leave out: vowel points, stress
 * marks, the hamza on an alef, the dots of a nukta. For looking words up and for finding forms of one word, never for equality.
 */
export function foldWord(key: string): string {
  if (ASCII.test(key)) return key.toLowerCase()
  return key
    .toLowerCase()
    .replace(POINTS, '')
    .replace(SPELLINGS, letter => SPELLED[letter]!)
}

const ASCII = /^[\x21-\x7e]+$/
const ASCII_SIGNS: Readonly<Record<string, string>> = { '...': '…', '--': '-', '---': '-' }

// Ligatures, presentation forms and full or half width: what PDFs and old encodings write for the same letters.
const COMPATIBLE = /[\ufb00-\ufdfb\ufe70-\ufefc\uff01-\uff9f\uffe0-\uffe6]+/g

const PICTURE = /\p{Extended_Pictographic}/u
// Between pictures a joiner is seen; a variation selector only chooses the style.
const VARIATIONS = /[\ufe0e\ufe0f]/g
// Format characters (soft hyphen, zero width, direction) and the Arabic stroke that only lengthens.
const INVISIBLE = /[\p{Cf}\ufe00-\ufe0f\u0640]/gu

const VARIANTS = /[“”„‟«»″〝〞〟「」『』‘’‚‛‹›′ʼ´״׳\p{Pd}−يك]/gu
const DASH = /[\p{Pd}−]/u
const PLAIN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('“”„‟«»″〝〞〟「」『』', mark => [mark, '"'])),
  ...Object.fromEntries(Array.from('‘’‚‛‹›′ʼ´', mark => [mark, "'"])),
  '״': '"',
  '׳': "'",
  ي: 'ی',
  ك: 'ک',
}

// Arabic and Hebrew vowel points, and the stress mark of Russian primers.
const POINTS = /[\u0591-\u05bd\u05bf\u05c1-\u05c7\u064b-\u0652\u0670\u0301\u093c]/g
const SPELLED: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ی',
  ة: 'ه',
  '\u0901': '\u0902', // chandrabindu, anusvara
  ё: 'е',
}
const SPELLINGS = /أ|إ|آ|ٱ|ى|ة|\u0901|ё/g
