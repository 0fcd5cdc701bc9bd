interface PageParts {
  readonly markup: string
  /** Where it is from; an empty string where that is not known. */
  readonly address: string
  /** What it is called where it is opened. */
  readonly name: string
}

/** Markup as the file that a browser would have saved, so that it is read like one. */
export function pageFile({ markup, address, name }: PageParts): File {
  const length = String(address.length).padStart(4, '0')
  // What a URL may hold cannot end a comment: its parts have no bare ">".
  const note = address === '' ? '' : `<!-- saved from url=(${length})${new URL(address).href} -->\n`
  // The mark says that it is UTF-8, whatever encoding the page was sent in and still declares.
  return new File(['\ufeff<!doctype html>\n', note, markup], `${shortened(name)}.html`, { type: 'text/html' })
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).toWellFormed()}…` : name
}

const LONGEST_NAME = 80 // UTF-16 units, a line
