import { useId, type RefObject } from 'react'
import { REPORT_STYLE } from '../exchange/report/report-style.ts'
import { pageWords } from '../wording/page-words.ts'

interface ReportPreviewProps {
  readonly frame: RefObject<HTMLIFrameElement | null>
  /** A page without scripts and styles. */
  readonly report: string
  /** The frame shows the report, and can be printed. */
  onFilled(): void
}

/**
 * A report as it looks, in a frame that can be printed. The frame is under this page's policy, which lets no inline style in:
 * the report's style comes as a sheet of the frame's own instead.
 */
export function ReportPreview({ frame, report, onFilled }: ReportPreviewProps) {
  const heading = useId()
  const fill = () => {
    if (!frame.current) return
    fillFrame(frame.current, report)
    onFilled()
  }
  return (
    <section className="export-dialog-preview">
      <h3 id={heading}>{pageWords.transfer.preview}</h3>
      {/* An empty page of the kind that follows the standards: the blank one that a frame begins with does not. */}
      <iframe key={report} ref={frame} title={pageWords.transfer.preview} srcDoc="<!doctype html>" onLoad={fill} />
    </section>
  )
}

function fillFrame({ contentDocument, contentWindow }: HTMLIFrameElement, report: string): void {
  if (!contentDocument || !contentWindow) return
  const page = new DOMParser().parseFromString(report, 'text/html')
  contentDocument.documentElement.replaceWith(contentDocument.adoptNode(page.documentElement))
  const sheet = new (contentWindow as Window & typeof globalThis).CSSStyleSheet()
  sheet.replaceSync(REPORT_STYLE)
  contentDocument.adoptedStyleSheets = [sheet]
  contentDocument.addEventListener('click', follow)
}

/** Links lead to places of the report, or out into a tab: in the frame itself they would lead to another page of the program. */
function follow(event: MouseEvent): void {
  const link = (event.target as Element).closest('a')
  if (!link) return
  event.preventDefault()
  const address = link.getAttribute('href') ?? ''
  if (address.startsWith('#')) link.ownerDocument.getElementById(address.slice(1))?.scrollIntoView()
  else window.open(address, '_blank', 'noopener,noreferrer')
}
