import type { IntakeNote } from '../article-draft.ts'

/**
 * Puts words in the place of all pictures of sanitised markup: an emoji that is drawn as a picture becomes that emoji, any
 * other picture is named as one, and one without a description says nothing.
 */
export function describePictures(root: Element): void {
  for (const picture of root.querySelectorAll('img')) picture.replaceWith(wordsFor(picture.getAttribute('alt') ?? ''))
}

/** Tells how many pictures a text names, if any. */
export function noteOnPictures(text: string): readonly IntakeNote[] {
  const count = text.split(SIGN).length - 1
  return count > 0 ? [{ kind: 'pictures', count }] : []
}

// Not from the interface's dictionary: two people with different languages take in the same text.
const SIGN = '[Image: '

function wordsFor(description: string): string {
  const words = description.replace(/\s+/gu, ' ').trim()
  return /[\p{L}\p{N}]/u.test(words) ? ` ${SIGN}${words}] ` : words
}
