import { spawnSync } from 'node:child_process'

/** What a program did to a file. Paths are those at the time. */
export type FileEvent =
  /** It is there from now on; `isEmpty` when what it held is gone. */
  | { readonly kind: 'opened'; readonly path: string; readonly isEmpty: boolean }
  /** `at` is an offset in bytes; without one, behind the last write. */
  | { readonly kind: 'written'; readonly path: string; readonly bytes: number; readonly at?: number }
  | { readonly kind: 'cut'; readonly path: string; readonly bytes: number }
  | { readonly kind: 'synced' | 'removed'; readonly path: string }
  | { readonly kind: 'renamed'; readonly path: string; readonly to: string }

/** What runs a program so that its dealings with files are written down in `log`. */
export function underTrace(log: string): readonly string[] {
  return ['strace', '-f', '-y', '-s', '0', '--seccomp-bpf', '-e', `trace=${CALLS.join(',')}`, '-o', log, '--']
}

const CALLS = [
  ...['open', 'openat', 'creat', 'write', 'pwrite64', 'ftruncate', 'fsync', 'fdatasync'],
  ...['rename', 'renameat', 'renameat2', 'unlink', 'unlinkat'],
]

/** Whether programs can be traced here. */
export function canTrace(): boolean {
  const [command = '', ...words] = underTrace('/dev/null')
  return spawnSync(command, [...words, 'true'], { stdio: 'ignore' }).status === 0
}

/** Reads what was written down, in the order in which calls returned. One that had not returned may have done nothing, and is left out. */
export function readTrace(text: string): readonly FileEvent[] {
  const begun = new Map<string, string>()
  return text.split('\n').flatMap(line => {
    const [, thread = '', said = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    if (said.endsWith(UNFINISHED)) {
      begun.set(thread, said.slice(0, -UNFINISHED.length))
      return []
    }
    const rest = /^<\.\.\. \w+ resumed>(.*)$/.exec(said)?.[1]
    return eventsOf(rest === undefined ? said : `${begun.get(thread) ?? ''}${rest}`)
  })
}

const UNFINISHED = ' <unfinished ...>'

/** A whole call, such as `write(146</a/b>, ""..., 7) = 7`. Quoted paths are absolute, for Chromium uses no others. */
function eventsOf(call: string): readonly FileEvent[] {
  const [, name = '', words = '', returned = ''] = /^(\w+)\((.*)\)\s+= (.*)$/.exec(call) ?? []
  if (returned === '' || returned.startsWith('-1')) return []
  const [path = ''] = /(?<=^\d+<)[^>]*(?=>)/.exec(words) ?? []
  const [first = '', second = ''] = [...words.matchAll(/"([^"]*)"/g)].map(match => match[1])
  switch (name) {
    case 'open':
    case 'openat':
      return /O_CREAT|O_TRUNC/.test(words) ? [{ kind: 'opened', path: first, isEmpty: words.includes('O_TRUNC') }] : []
    case 'creat':
      return [{ kind: 'opened', path: first, isEmpty: true }]
    case 'write':
      return [{ kind: 'written', path, bytes: parseInt(returned) }]
    case 'pwrite64':
      return [{ kind: 'written', path, bytes: parseInt(returned), at: lastNumber(words) }]
    case 'ftruncate':
      return [{ kind: 'cut', path, bytes: lastNumber(words) }]
    case 'fsync':
    case 'fdatasync':
      return [{ kind: 'synced', path }]
    case 'rename':
    case 'renameat':
    case 'renameat2':
      return [{ kind: 'renamed', path: first, to: second }]
    case 'unlink':
    case 'unlinkat':
      return [{ kind: 'removed', path: first }]
    default:
      return []
  }
}

function lastNumber(words: string): number {
  return parseInt(/\d+$/.exec(words)?.[0] ?? '0')
}
