import type { AnnotationSet } from '../../domain/annotation-set.ts'
import { succeed } from '../../domain/result.ts'
import { claimReviewCodec } from '../claim-review.ts'
import type { Codec, WriteOptions } from '../codec.ts'
import { encodeAnnotationSet } from '../w3c-set.ts'
import { dataBlock, isReport, setBlock, setWithin } from './data-blocks.ts'
import { markup, type Piece } from './markup.ts'
import { reportPage } from './report-page.ts'
import { REPORT_POLICY, REPORT_STYLE } from './report-style.ts'

/** A page that anybody can read, and that holds the set it was made of. */
export const reportCodec: Codec = {
  id: 'report',
  writer: {
    extension: '.html',
    mediaType: 'text/html',
    usesPublisher: true,
    signs: true,
    fates: {},
    encode: encodeReport,
  },
  reader: {
    recognises: ({ files: [file, ...others] }) => others.length === 0 && isReport(file?.text ?? ''),
    read: ({ files }) => {
      const read = setWithin(files[0]?.text ?? '')
      return read.ok ? succeed({ kind: 'set', ...read.value }) : read
    },
  },
}

/** A report as a file: one page without a script that loads nothing. Equal sets give equal pages. */
export function encodeReport(set: AnnotationSet, options: WriteOptions): string {
  const head = markup`<meta http-equiv="Content-Security-Policy" content="${REPORT_POLICY}">
<style>${{ source: REPORT_STYLE }}</style>`
  const data = [reviewsBlock(set, options), setBlock(encodeAnnotationSet(set, options.changes, options.signatures))]
  return reportPage(set, options, { head, data }).source
}

/** A report to be shown within another page, which brings `REPORT_STYLE` to it by itself; without the set in it. */
export function framedReport(set: AnnotationSet, options: WriteOptions): string {
  return reportPage(set, options, { head: null, data: null }).source
}

/** The checks of claims for search engines, where claims are restated. */
function reviewsBlock(set: AnnotationSet, options: WriteOptions): Piece {
  const reviews = claimReviewCodec.writer?.encode(set, options)
  return typeof reviews === 'string' && reviews.includes('ClaimReview') && dataBlock(reviews)
}
