/** The site of a source address as people say it, such as `news.example.com`; empty where there is no web address. */
export function sourceHost(sourceUrl: string): string {
  if (!URL.canParse(sourceUrl)) return ''
  const { protocol, hostname } = new URL(sourceUrl)
  return isWeb(protocol) ? hostname.replace(/^www\./, '') : ''
}

/** Whether this can stand as an article's source: a web address, or nothing. */
export function isSourceAddress(text: string): boolean {
  return text === '' || (URL.canParse(text) && isWeb(new URL(text).protocol))
}

function isWeb(protocol: string): boolean {
  return protocol === 'https:' || protocol === 'http:'
}
