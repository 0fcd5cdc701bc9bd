import { REPORT_WORDS as words } from '../../wording/report-words.ts'
import { entryId } from './article-markup.ts'
import { joined, markup, type Markup } from './markup.ts'
import { shownAddress } from './outward-link.ts'
import { sourceLine } from './source-line.ts'
import type { ReportSource } from './sources.ts'

/** Every source once, with its addresses in full and the statements that cite it. */
export function sourceList(sources: readonly ReportSource[]): Markup {
  return markup`<ol class="sources">${sources.map(sourceItem)}</ol>`
}

function sourceItem({ number, source, citedIn }: ReportSource): Markup {
  const { url, archivedUrl } = source
  const citing = citedIn.map(
    statement => markup`<a href="#${entryId(statement)}">${words.statement(statement.number)}</a>`,
  )
  return markup`<li id="e${number}"><span class="number">${number}</span>
<div><p>${sourceLine({ ...source, accessed: '', archivedUrl: '' }, 'without links')}</p>
${url.trim() !== '' && markup`<p>${shownAddress(url)}</p>`}
${archivedUrl.trim() !== '' && markup`<p>${words.archive}: ${shownAddress(archivedUrl)}</p>`}
<p class="cited">${words.citedIn} ${joined(citing, ', ')}</p></div></li>
`
}
