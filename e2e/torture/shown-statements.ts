import { expect, type Page } from '@playwright/test'
import { byRecord } from '../../src/domain/merge.ts'
import { shownVersion, type Version } from '../../src/domain/version.ts'
import { ReviewPage } from '../pages/review-page.ts'
import type { Rows } from './judge.ts'
import { WORKED_ON } from './reviewer-at-work.ts'

/** Waits until the article that is worked on shows the annotations that lie there, no more and no less. */
export async function showsExactly(page: Page, rows: () => Rows): Promise<void> {
  await expect
    .poll(async () => difference(await statementsOnPage(page), statementsIn(rows())), {
      message: 'annotations that are shown or stored, but not both',
      intervals: [10, 50, 100],
    })
    .toEqual([])
}

/** The annotations that are highlighted: identifier and verdict. */
function statementsOnPage(page: Page): Promise<ReadonlySet<string>> {
  return new ReviewPage(page).article
    .evaluate(root => {
      const marks = [...root.querySelectorAll<HTMLElement>('mark[data-annotation-id]')]
      return marks.map(({ dataset }) => `${dataset['annotationId']} ${dataset['verdict']}`)
    })
    .then(marks => new Set(marks))
}

/** The annotations that must be highlighted when this lies in the database. */
function statementsIn(rows: Rows): ReadonlySet<string> {
  const place = `["factmark","versions",["${WORKED_ON}",`
  const versions = [...rows]
    .filter(([at]) => at.startsWith(place))
    .map(([, row]) => (JSON.parse(row) as { readonly version: Version }).version)
    .filter(version => version.record === 'annotation')
  const shown = [...byRecord(versions).values()].map(shownVersion)
  return new Set(
    shown.flatMap(version => (version?.kind === 'content' ? [`${version.id} ${version.content.verdict}`] : [])),
  )
}

function difference(shown: ReadonlySet<string>, stored: ReadonlySet<string>): readonly string[] {
  const only = (these: ReadonlySet<string>, those: ReadonlySet<string>) => [...these].filter(item => !those.has(item))
  return [
    ...only(shown, stored).map(item => `${item} is shown, not stored`),
    ...only(stored, shown).map(item => `${item} is stored, not shown`),
  ]
}
