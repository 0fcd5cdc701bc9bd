import type { ArticleId } from '../domain/identifiers.ts'
import { unlessElsewhere } from './backup/alone.ts'
import { idleTime } from './breather.ts'
import type { TabLocks } from './lease-device.ts'
import { beginCopy, isSingleRow, packIntoCopy, type Gathering, type Pack } from './reading-copies.ts'
import type { VersionRow } from './schema.ts'
import type { Transactions } from './transact.ts'

const LONGEST_WAIT = 5000 // ms; whoever scrolls a long article just after it was opened needs every frame
const PACK = 250 // versions in a row: some 5 ms of the page's time to hand over

interface CopyKeeperOptions {
  readonly transactions: Transactions
  /** Tabs that read the same article would take each other's copies away. */
  readonly locks: TabLocks | undefined
  /** A random UUID. */
  newId(): string
  /** Milliseconds that the person has to themselves before each row of a copy is written. */
  readonly pause: number
}

/** Keeps the copies of long articles, while nobody waits for it. What fails is left, and done when the article is read again. */
export interface CopyKeeper {
  /** Copies all versions of an article, as they were when so many removals had been counted. */
  copy(article: ArticleId, rows: readonly VersionRow[], removals: number): Promise<void>
  /** Makes one row of those that were added one by one. */
  gather(article: ArticleId, gathering: Gathering): Promise<void>
}

export function createCopyKeeper({ transactions, locks, newId, pause }: CopyKeeperOptions): CopyKeeper {
  const underWay = new Set<ArticleId>()

  async function alone(article: ArticleId, work: () => Promise<void>): Promise<void> {
    if (underWay.has(article)) return
    underWay.add(article)
    // Where the browser refuses its locks there is no copy.
    await unlessElsewhere(locks, `factmark-copy-${article}`, work).catch(() => null)
    underWay.delete(article)
  }

  async function pack(article: ArticleId, contents: Omit<Pack, 'name'>): Promise<boolean> {
    await new Promise(resolve => setTimeout(resolve, pause))
    await idleTime(LONGEST_WAIT)
    const packed = await transactions.write(['readingCopies'], tx =>
      packIntoCopy(tx, article, { ...contents, name: newId() }),
    )
    return packed.ok && packed.value
  }

  return {
    copy: (article, rows, removals) =>
      alone(article, async () => {
        const by = newId()
        const begun = await transactions.write(['readingCopies', 'versions'], tx =>
          beginCopy(tx, article, { by, rows, removals }),
        )
        if (!begun.ok || !begun.value) return
        const packable = rows.filter(row => !isSingleRow(row))
        for (let from = 0; from < packable.length; from += PACK) {
          if (!(await pack(article, { by, rows: packable.slice(from, from + PACK) }))) return
        }
      }),
    gather: (article, { by, singles }) =>
      alone(article, async () => void (await pack(article, { by, rows: singles, singles }))),
  }
}
