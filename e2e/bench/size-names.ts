import type { Size } from './made-article.ts'

/** How a size is called in the table. */
export function nameOf({ words, annotations }: Size): string {
  return `${words.toLocaleString('en')} words, ${annotations.toLocaleString('en')} annotations`
}
