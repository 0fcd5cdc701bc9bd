import type { AnnotationContent, Claim, Evidence } from '../../domain/annotation.ts'
import { DOCUMENT_WORDS as words } from '../../wording/document-words.ts'
import { inlineMarkdown, linkMarkdown } from '../markdown-text.ts'

/**
 * The text of an annotation: the rationale as it was written, and below a line what Hypothesis has no fields for, as
 * Markdown for people. Read back, all of it is the rationale: somebody may have gone on writing there.
 */
export function noteOf({ rationale, claim, evidence }: AnnotationContent): string {
  const details = [claimLine(claim), evidenceLines(evidence)].filter(part => part !== '').join('\n\n')
  return details === '' || rationale === '' ? rationale + details : `${rationale}\n\n---\n\n${details}`
}

function claimLine({ text, claimant, date }: Claim): string {
  const said = joined(', ', [inlineMarkdown(text), inlineMarkdown(claimant), date])
  return said === '' ? '' : `**${words.claim}:** ${said}`
}

function evidenceLines(evidence: readonly Evidence[]): string {
  const lines = evidence.map(source => `- ${sourceLine(source)}`)
  return lines.length === 0 ? '' : [`**${words.evidence}:**`, '', ...lines].join('\n')
}

function sourceLine(source: Evidence): string {
  const { question, title, publisher, excerpt, stance, url, published, accessed, archivedUrl } = source
  return joined(' ', [
    `(${words.stance(stance)})`,
    inlineMarkdown(question),
    joined(', ', [
      inlineMarkdown(title),
      inlineMarkdown(publisher),
      published && words.publishedOn(published),
      accessed && words.accessedOn(accessed),
      url.trim() && linkMarkdown(url),
      archivedUrl.trim() && `${words.archived} ${linkMarkdown(archivedUrl)}`,
    ]),
    excerpt.trim() && `“${inlineMarkdown(excerpt)}”`,
  ])
}

function joined(separator: string, parts: readonly string[]): string {
  return parts.filter(part => part !== '').join(separator)
}
