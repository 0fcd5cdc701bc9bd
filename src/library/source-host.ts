import { isWebAddress } from '../domain/article-content.ts'

/** The site of a source address as people say it, such as `news.example.com`; empty where there is no web address. */
export function sourceHost(sourceUrl: string): string {
  return isWebAddress(sourceUrl) ? new URL(sourceUrl).hostname.replace(/^www\./, '') : ''
}

/** Whether this can stand as an article's source: a web address, or nothing. */
export function isSourceAddress(text: string): boolean {
  return text === '' || isWebAddress(text)
}
