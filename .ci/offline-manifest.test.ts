import { describe, expect, it } from 'vitest'
import { describeBuild, withBuild } from './offline-manifest.ts'

type Bundle = Parameters<typeof describeBuild>[1]

describe('offline manifest', () => {
  const files = Object.fromEntries(
    [
      './',
      'assets/all-1.css',
      'assets/main-1.js',
      'assets/main-1.css',
      'assets/parts-1.js',
      'assets/deep-1.js',
      'assets/deep-1.css',
      'assets/dialog-1.js',
      'assets/dialog-1.css',
      'assets/inter-latin-wght-normal-1.woff2',
      'assets/inter-latin-ext-wght-normal-1.woff2',
      'assets/inter-greek-wght-normal-1.woff2',
      'icons/factmark.svg',
      'manifest.webmanifest',
    ].map(path => [path, `hash of ${path}`]),
  )
  const bundle = {
    'index.html': asset(
      'index.html',
      '<script type="module" src="./assets/main-1.js"></script><link rel="stylesheet" href="./assets/all-1.css">',
    ),
    'assets/all-1.css': asset('assets/all-1.css', ''),
    'assets/main-1.js': chunk('assets/main-1.js', {
      imports: ['assets/parts-1.js'],
      dynamicImports: ['assets/dialog-1.js'],
      styles: ['assets/main-1.css'],
    }),
    'assets/parts-1.js': chunk('assets/parts-1.js', { imports: ['assets/deep-1.js'] }),
    'assets/deep-1.js': chunk('assets/deep-1.js', { imports: ['assets/parts-1.js'], styles: ['assets/deep-1.css'] }),
    'assets/dialog-1.js': chunk('assets/dialog-1.js', {
      imports: ['assets/main-1.js'],
      styles: ['assets/dialog-1.css'],
    }),
    'service-worker.js': chunk('service-worker.js', {}),
  } as unknown as Bundle

  it('O1 puts into the first load the page, what it starts with, and the fonts of the interface', () => {
    expect(Object.keys(describeBuild(files, bundle).firstLoad)).toEqual([
      './',
      'assets/all-1.css',
      'assets/main-1.js',
      'assets/main-1.css',
      'assets/parts-1.js',
      'assets/deep-1.js',
      'assets/deep-1.css',
      'assets/inter-latin-wght-normal-1.woff2',
    ])
  })

  it('O1 leaves every other file for later, and none out', () => {
    const { firstLoad, rest } = describeBuild(files, bundle)
    expect({ ...firstLoad, ...rest }).toEqual(files)
    expect(Object.keys(firstLoad).length + Object.keys(rest).length).toBe(Object.keys(files).length)
  })

  it('O2 names a build by all its files', () => {
    const id = describeBuild(files, bundle).id
    expect(describeBuild({ ...files }, bundle).id).toBe(id)
    expect(describeBuild({ ...files, 'icons/factmark.svg': 'another hash' }, bundle).id).not.toBe(id)
  })

  it('O2 writes the build into the one place held for it', () => {
    const build = describeBuild(files, bundle)
    expect(withBuild('start(__FACTMARK_BUILD__)', build)).toBe(`start(${JSON.stringify(build)})`)
    expect(() => withBuild('start()', build)).toThrow('once, not 0 times')
    expect(() => withBuild('start(__FACTMARK_BUILD__, __FACTMARK_BUILD__)', build)).toThrow('once, not 2 times')
  })
})

interface Parts {
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly styles?: readonly string[]
}

function chunk(fileName: string, { imports = [], dynamicImports = [], styles = [] }: Parts) {
  return { type: 'chunk', fileName, imports, dynamicImports, viteMetadata: { importedCss: new Set(styles) } }
}

function asset(fileName: string, source: string) {
  return { type: 'asset', fileName, source }
}
