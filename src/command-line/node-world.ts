import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { fail, succeed } from '../domain/result.ts'
import { MAX_SET_LENGTH } from '../exchange/w3c-set.ts'
import type { World } from './world.ts'

/** This machine: its files and standard streams. */
export function nodeWorld(): World {
  process.stdout.on('error', quietlyWithoutReader)
  return {
    read: async name => {
      try {
        if (name === '-') return succeed(await readAll(process.stdin))
        const { size } = await stat(name)
        if (size > MAX_BYTES) return fail(TOO_LARGE)
        return succeed(new Uint8Array(await readFile(name)))
      } catch (error) {
        return fail(messageOf(error))
      }
    },
    write: async (name, content) => {
      try {
        if (name === '-') await writeOut(content)
        else await writeWhole(name, content)
        return succeed(null)
      } catch (error) {
        return fail(messageOf(error))
      }
    },
    print: line => process.stdout.write(`${line}\n`),
    say: line => process.stderr.write(`${line}\n`),
    now: new Date().toISOString(),
  }
}

// UTF-8 takes at most three bytes for one UTF-16 unit: a file that is larger is too long whatever it says.
const MAX_BYTES = MAX_SET_LENGTH * 3
const TOO_LARGE = 'it is larger than any set that Factmark reads'

async function readAll(stream: AsyncIterable<Buffer | string>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > MAX_BYTES) throw new Error(TOO_LARGE)
    chunks.push(bytes)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** Beside the file first: whatever stops the writing, the one that was there is whole. */
async function writeWhole(name: string, content: string | Uint8Array): Promise<void> {
  const part = `${name}.${process.pid}.part`
  try {
    await writeFile(part, content)
    await rename(part, name)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** A reader that went away, such as `head`, has what it wanted; anything else is told by whoever waits for the end of the writing. */
function quietlyWithoutReader(error: Error) {
  const isAwaited = process.stdout.listenerCount('error') > 1
  if (!isAwaited && !('code' in error && error.code === 'EPIPE')) throw error
}

function writeOut(content: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.once('error', reject) // A reader that went away, such as `head`.
    process.stdout.write(content, error => (error ? reject(error) : resolve()))
  })
}

/** What went wrong in a few words; Node names the path too, which the sentence around it does already. */
function messageOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return MESSAGES[code] ?? (error instanceof Error ? error.message : String(error))
}

const MESSAGES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission is denied',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
}
