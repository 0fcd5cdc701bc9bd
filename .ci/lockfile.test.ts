import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

interface LockedPackage {
  readonly version?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type Packages = Readonly<Record<string, LockedPackage>>

const root = fileURLToPath(new URL('..', import.meta.url))
const text = readFileSync(`${root}package-lock.json`, 'utf8')
const { packages } = JSON.parse(text) as { packages: Packages }
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Readonly<
  Record<string, Record<string, string>>
>

describe('lockfile', () => {
  it('B4 names no address that a package came from', () => {
    expect(text).not.toContain('"resolved"')
    expect(text).not.toMatch(/"https?:\/\/[^"]*\.tgz"/)
  })

  it('B5 has an entry for every optional dependency that it names', () => {
    expect(missingEntries(packages)).toEqual([])
    expect(Object.values(packages).some(({ optionalDependencies }) => optionalDependencies)).toBe(true)
  })

  it('B5 notices an optional dependency without an entry', () => {
    const broken: Packages = {
      '': {},
      'node_modules/a': { optionalDependencies: { 'a-linux': '1', 'a-windows': '1', 'a-mac': '1' } },
      'node_modules/a-linux': {},
      'node_modules/a/node_modules/a-mac': {},
    }
    expect(missingEntries(broken)).toEqual(['node_modules/a needs a-windows'])
  })

  it('B6 has no rollup, whose platform packages do not all install', () => {
    expect(placesOf('rollup')).toEqual([])
    expect(Object.keys(packages).filter(place => place.includes('node_modules/@rollup/rollup-'))).toEqual([])
  })

  it('B7 has one prosemirror-view, pinned, and past the paste hole of GHSA-c8x8-7fp4-3x9w', () => {
    const [place = '', ...others] = placesOf('prosemirror-view')
    const version = packages[place]?.version ?? ''
    expect(others).toEqual([])
    expect(version).toBe(manifest['overrides']?.['prosemirror-view'])
    expect(compareVersions(version, '1.42.3')).toBeGreaterThanOrEqual(0)
  })

  it('B8 pins every direct dependency exactly', () => {
    const direct = Object.entries({ ...manifest['dependencies'], ...manifest['devDependencies'] })
    expect(direct.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
    expect(direct.length).toBeGreaterThan(20)
  })
})

/** Looked up as Node does: beside the package that names it, then further and further out. */
function missingEntries(locked: Packages): readonly string[] {
  return Object.entries(locked).flatMap(([place, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {})
      .filter(name => !folders(place).some(folder => `${folder}node_modules/${name}` in locked))
      .map(name => `${place} needs ${name}`),
  )
}

function folders(place: string): readonly string[] {
  const parts = place.split(/(?<=^|\/)node_modules\//).filter(part => part !== '')
  return Array.from({ length: parts.length + 1 }, (_, depth) =>
    parts
      .slice(0, depth)
      .map(part => `node_modules/${part.replace(/\/?$/, '/')}`)
      .join(''),
  )
}

function placesOf(name: string): readonly string[] {
  return Object.keys(packages).filter(
    place => place === `node_modules/${name}` || place.endsWith(`/node_modules/${name}`),
  )
}

function compareVersions(left: string, right: string): number {
  return left.localeCompare(right, 'en', { numeric: true })
}
