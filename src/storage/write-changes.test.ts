import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../domain/library.ts'
import { mergeVersions } from '../domain/merge.ts'
import type { ReviewStorage } from '../domain/review-storage.ts'
import type { AnnotationVersion, Version } from '../domain/version.ts'
import { aDevice } from '../testing/a-device.ts'
import {
  aContent,
  anAnnotationVersion,
  anArticle,
  aReviewer,
  aRevision,
  aSessionVersion,
  aUuid,
  DEVICE_ID,
  HARBOUR_ID,
  OTHER_DEVICE_ID,
  theNextVersion,
} from '../testing/builders.ts'

describe('many versions in one commit', () => {
  const many = Array.from({ length: 700 }, (_, at) =>
    anAnnotationVersion({ id: aUuid(0x9000 + at), dot: [DEVICE_ID, at + 1] }),
  )
  const article = { articles: [anArticle()], revisions: [aRevision()] }

  it('S18 are stored whole, and an erased one drops the others whichever of them came first', async () => {
    const { storage } = aDevice().openTab()
    const first = many[0]!
    const erased = theNextVersion([first], { kind: 'erased', dot: [OTHER_DEVICE_ID, 1] })
    expect(await storage.commit({ ...article, versions: [erased, ...many.slice(1), first] })).toMatchObject({
      ok: true,
    })
    const stored = await versionsIn(storage)
    expect(stored).toHaveLength(700)
    expect(stored?.filter(({ id }) => id === first.id)).toEqual([erased])
  })

  it('S3 of which one cannot be stored are none of them', async () => {
    const { storage } = aDevice().openTab()
    await storage.commit(article)
    const broken = { ...many.at(-1)!, id: (() => {}) as never }
    expect(
      await storage.commit({ versions: [...many.slice(0, -1), broken] }).catch(() => ({ ok: false })),
    ).toMatchObject({
      ok: false,
    })
    expect(await versionsIn(storage)).toEqual([])
  })

  it('T13 are counted while they are written', async () => {
    const { storage } = aDevice().openTab()
    const told: number[] = []
    await storage.commit({ ...article, versions: many }, share => told.push(share))
    expect(told).toEqual([250 / 700, 500 / 700])
  })

  it('S17 that are dropped and written again stay', async () => {
    const { storage } = aDevice().openTab()
    await storage.commit({ ...article, versions: many })
    await storage.commit({ versions: many, droppedVersions: many.slice(0, 5) })
    expect(await versionsIn(storage)).toHaveLength(700)
  })
})

describe('rows that several tabs write', () => {
  it('S15 keeps the later edition of an article and of a reviewer, whoever writes last', async () => {
    const device = aDevice()
    const [mine, stale] = [device.openTab().storage, device.openTab().storage]
    const article = anArticle({ edition: 2, sourceUrl: 'https://news.example.com/later' })
    const reviewer = aReviewer({ edition: 2, name: 'R. Okafor-Lind' })
    await mine.commit({ articles: [article], revisions: [aRevision()], reviewers: [reviewer] })
    await stale.commit({ articles: [anArticle()], reviewers: [aReviewer()] })
    const library = await mine.readLibrary()
    expect(library).toMatchObject({ ok: true, value: { articles: [article], reviewers: [reviewer] } })
  })

  it('S15 keeps the later edition of two that come together', async () => {
    const { storage } = aDevice().openTab()
    const later = aReviewer({ edition: 2, name: 'R. Okafor-Lind' })
    await storage.commit({ reviewers: [later, aReviewer()] })
    expect(await storage.readLibrary()).toMatchObject({ ok: true, value: { reviewers: [later] } })
  })

  it('S15 keeps the same of two layouts of a text in every order', async () => {
    const plain = aRevision()
    const title = aContent().content[0]!
    const quoted = aRevision({
      content: { type: 'doc', content: [title, { type: 'blockquote', content: aContent().content.slice(1) }] },
    })
    expect(quoted.hash).toBe(plain.hash)
    const kept = await Promise.all(
      [[plain, quoted] as const, [quoted, plain] as const].map(async ([first, second]) => {
        const { storage } = aDevice().openTab()
        await storage.commit({ articles: [anArticle()], revisions: [first] })
        await storage.commit({ revisions: [second] })
        const stored = await storage.readArticle(HARBOUR_ID)
        return stored.ok && stored.value?.revisions
      }),
    )
    expect(kept[0]).toHaveLength(1)
    expect(kept[0]).toEqual(kept[1])
  })
})

describe('settings', () => {
  it('S28 change only where a tab says so: what another tab has wished stays', async () => {
    const device = aDevice()
    const [mine, other] = [device.openTab().storage, device.openTab().storage]
    await Promise.all([mine.commit({ settings: { theme: 'dark' } }), other.commit({ settings: { singleKeys: false } })])
    expect(valueOf(await mine.readLibrary()).settings).toEqual({
      ...DEFAULT_SETTINGS,
      theme: 'dark',
      singleKeys: false,
    })
  })
})

describe('versions', () => {
  it('S16 add up, and the same one twice is one', async () => {
    const { storage } = aDevice().openTab()
    const first = anAnnotationVersion()
    const second = theNextVersion(first, { verdict: 'verified' })
    await storage.commit({ articles: [anArticle()], versions: [first] })
    await storage.commit({ versions: [structuredClone(first), second, first] })
    expect(await versionsIn(storage)).toEqual(mergeVersions([first], [second]))
  })

  it('S17 go by name: no other version of the record goes with them', async () => {
    const { storage } = aDevice().openTab()
    const earlier = aSessionVersion()
    const later = aSessionVersion({ dot: [DEVICE_ID, 2], seen: { [DEVICE_ID]: 1 }, activeMs: 500_000 })
    const elsewhere = aSessionVersion({ dot: [OTHER_DEVICE_ID, 1] })
    await storage.commit({ articles: [anArticle()], versions: [earlier, elsewhere] })
    await storage.commit({ versions: [later], droppedVersions: [earlier] })
    expect(await versionsIn(storage)).toEqual(mergeVersions([later], [elsewhere]))
  })

  it('S18 go when their record is erased, also those that come later from a stale tab', async () => {
    const { storage } = aDevice().openTab()
    const first = anAnnotationVersion()
    const second = theNextVersion(first, { kind: 'deleted' })
    const neighbour = anAnnotationVersion({ id: aUuid(0xc002), dot: [DEVICE_ID, 3] })
    const erased = theNextVersion([first, second], { kind: 'erased' })
    const stale = theNextVersion(first, { dot: [OTHER_DEVICE_ID, 1] })
    await storage.commit({ articles: [anArticle()], versions: [first, second, neighbour] })
    await storage.commit({ versions: [erased] })
    expect(await versionsIn(storage)).toEqual(mergeVersions([erased], [neighbour]))
    await storage.commit({ versions: [stale] })
    expect(await versionsIn(storage)).toEqual(mergeVersions([erased], [neighbour]))
  })

  it('S19 of several tabs whose commits interleave are all there in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edits(), { minLength: 1, maxLength: 14 }), async history => {
        const device = aDevice()
        const tabs = Array.from({ length: TABS }, () => device.openTab().storage)
        const leases = await Promise.all(tabs.map(async tab => valueOf(await tab.leaseDevice()).device))
        await tabs[0]!.commit({ articles: [anArticle()] })
        const written = versionsOf(history, leases)
        const outcomes = await Promise.all(
          written.map(({ tab, version }) => tabs[tab]!.commit({ versions: [version] })),
        )
        expect(outcomes.every(({ ok }) => ok)).toBe(true)
        const all = written.map(({ version }) => version)
        for (const tab of tabs) expect(await versionsIn(tab)).toEqual(mergeVersions(all, []))
        for (const [index, tab] of tabs.entries()) {
          const count = written.filter(one => one.tab === index).length
          expect(valueOf(await tab.leaseDevice())).toEqual({ device: leases[index], count })
        }
      }),
      { numRuns: 60 },
    )
  })
})

const TABS = 3

interface Edit {
  readonly tab: number
  readonly record: number
  readonly kind: 'content' | 'deleted' | 'erased'
  /** Whether the tab has heard of what the others wrote. */
  readonly isUpToDate: boolean
}

function edits(): fc.Arbitrary<Edit> {
  return fc.record({
    tab: fc.nat(TABS - 1),
    record: fc.nat(2),
    kind: fc.constantFrom('content', 'content', 'content', 'deleted', 'erased'),
    isUpToDate: fc.boolean(),
  })
}

function versionsOf(history: readonly Edit[], devices: readonly string[]) {
  const written: { readonly tab: number; readonly version: AnnotationVersion }[] = []
  for (const [index, { tab, record, kind, isUpToDate }] of history.entries()) {
    const id = aUuid(0xc001 + record)
    const known = written.filter(one => one.version.id === id && (isUpToDate || one.tab === tab))
    const dot: [string, number] = [devices[tab]!, written.filter(one => one.tab === tab).length + 1]
    const rationale = `edit ${index}`
    const earlier = known.map(({ version }) => version)
    const version =
      earlier.length > 0
        ? theNextVersion(earlier, kind === 'content' ? { dot, rationale } : { dot, kind })
        : anAnnotationVersion({ id, dot, rationale })
    written.push({ tab, version })
  }
  return written
}

async function versionsIn(storage: ReviewStorage): Promise<readonly Version[] | undefined> {
  return valueOf(await storage.readArticle(HARBOUR_ID))?.versions
}

function valueOf<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('The storage refused.')
  return result.value
}
