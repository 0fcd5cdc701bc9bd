import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ACCEPTED_FILES } from '../src/library/open-article-file.ts'
import { SECURITY_HEADERS } from './content-security-policy.ts'

interface WebManifest {
  readonly launch_handler: object
  readonly share_target: {
    readonly params: { readonly files: readonly { readonly name: string; readonly accept: readonly string[] }[] }
  }
  readonly file_handlers: readonly {
    readonly action: string
    readonly accept: Readonly<Record<string, readonly string[]>>
  }[]
}

const manifest = JSON.parse(
  readFileSync(new URL('../public/manifest.webmanifest', import.meta.url), 'utf8'),
) as WebManifest
const OTHERS = ['.json', '.jsonld', '.factmark']
const READ = [...ACCEPTED_FILES.split(',').filter(kind => kind.startsWith('.')), ...OTHERS].toSorted()

describe('web manifest', () => {
  it('O18 offers sharing to where the service worker takes it, of every kind of file that is read', () => {
    const { params, ...rest } = manifest.share_target
    const [files] = params.files
    expect(rest).toEqual({ action: './?share', method: 'POST', enctype: 'multipart/form-data' })
    expect(params).toMatchObject({ title: 'title', text: 'text', url: 'url' })
    expect(files!.name).toBe('files')
    expect(files!.accept.filter(kind => kind.startsWith('.')).toSorted()).toEqual(READ)
  })

  it('O18 opens every kind of file that is read, in a window that disturbs no other', () => {
    const [handler] = manifest.file_handlers
    expect(manifest.file_handlers).toHaveLength(1)
    expect(handler!.action).toBe('./')
    expect(Object.values(handler!.accept).flat().toSorted()).toEqual(READ)
    expect(manifest.launch_handler).toEqual({ client_mode: 'navigate-new' })
    const types = manifest.share_target.params.files[0]!.accept.filter(kind => !kind.startsWith('.'))
    expect(types.filter(type => !(type in handler!.accept))).toEqual([])
  })

  it('I91 keeps the link between the program and the page that opened it', () => {
    // Any value but "unsafe-none" would leave the opened tab without its opener.
    expect(Object.keys(SECURITY_HEADERS)).not.toContain('Cross-Origin-Opener-Policy')
  })
})
