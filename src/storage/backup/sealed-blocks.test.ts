import { describe, expect, it } from 'vitest'
import { joined, type Bytes } from './byte-source.ts'
import { BLOCK, opened, sealed, type Seal } from './sealed-blocks.ts'

const SEALED_BLOCK = BLOCK + 16
const HEADER = new TextEncoder().encode('{"header":1}\n')

describe('sealed blocks', () => {
  const lengths = [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK, 3 * BLOCK + 5]
  it.each(lengths)('S55 give back %i bytes', async length => {
    const seal = await aSeal()
    const text = someBytes(length)
    const closed = await collected(sealed(from(text), seal))
    expect(closed.length).toBe(length + 16 * Math.max(1, Math.ceil(length / BLOCK)))
    expect(await collected(opened(from(closed), seal))).toEqual(text)
  })

  it('S55 are the same whatever the pieces in which the bytes come', async () => {
    const seal = await aSeal()
    const text = someBytes(2 * BLOCK + 9)
    const whole = await collected(sealed(from(text), seal))
    for (const size of [1000, BLOCK, BLOCK + 1]) {
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
        text.slice(index * size, (index + 1) * size),
      )
      expect(await collected(sealed(from(...pieces), seal))).toEqual(whole)
    }
  })

  it('S55 that are cut at the border of a block, or within one, are known to be cut', async () => {
    const { seal, blocks } = await fourBlocks()
    for (const count of [1, 2, 3]) {
      await expect(collected(opened(from(...blocks.slice(0, count)), seal))).rejects.toMatchObject({ kind: 'cut' })
    }
    const inBlock = joined(blocks).slice(0, 2 * SEALED_BLOCK + 100)
    await expect(collected(opened(from(inBlock), seal))).rejects.toMatchObject({ kind: 'cut' })
    await expect(collected(opened(from(), seal))).rejects.toMatchObject({ kind: 'cut' })
  })

  it('S55 give what stands before the cut, and nothing that was altered', async () => {
    const { seal, blocks, text } = await fourBlocks()
    const seen: Uint8Array[] = []
    const read = async () => {
      for await (const piece of opened(from(blocks[0]!, blocks[1]!), seal)) seen.push(piece)
    }
    await expect(read()).rejects.toMatchObject({ kind: 'cut' })
    expect(joined(seen)).toEqual(text.slice(0, BLOCK))
  })

  const swaps: readonly (readonly [string, (blocks: readonly Block[]) => readonly Block[]])[] = [
    ['swapped', ([a, b, c, d]) => [b!, a!, c!, d!]],
    ['repeated', ([a, b, c, d]) => [a!, a!, b!, c!, d!]],
    ['left out', ([a, , c, d]) => [a!, c!, d!]],
    ['followed by something', ([a, b, c, d]) => [a!, b!, c!, d!, new Uint8Array(5)]],
    ['followed by the last one again', ([a, b, c, d]) => [a!, b!, c!, d!, d!]],
  ]
  it.each(swaps)('S55 that are %s are refused', async (_name, change) => {
    const { seal, blocks } = await fourBlocks()
    await expect(collected(opened(from(...change(blocks)), seal))).rejects.toMatchObject({ name: 'StreamFault' })
  })

  it('S55 of which any bit is flipped are refused', async () => {
    const seal = await aSeal()
    const closed = await collected(sealed(from(someBytes(40)), seal))
    for (let bit = 0; bit < closed.length * 8; bit += 1) {
      const altered = closed.slice()
      altered[bit >> 3]! ^= 1 << (bit & 7)
      await expect(collected(opened(from(altered), seal)), `bit ${bit}`).rejects.toThrow()
    }
  })

  it('S55 under another header, another nonce or another key are refused', async () => {
    const seal = await aSeal()
    const closed = await collected(sealed(from(someBytes(40)), seal))
    const others: readonly Seal[] = [
      { ...seal, header: new TextEncoder().encode('{"header":2}\n') },
      { ...seal, nonce: new Uint8Array(7).fill(9) },
      { ...seal, key: (await aSeal(2)).key },
    ]
    for (const other of others) await expect(collected(opened(from(closed), other))).rejects.toThrow()
  })
})

type Block = Uint8Array<ArrayBuffer>

async function aSeal(seed = 1): Promise<Seal> {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(32).fill(seed), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
  return { key, nonce: new Uint8Array([1, 2, 3, 4, 5, 6, 7]), header: HEADER }
}

/** Four sealed blocks, the last one full, so that each border is that of a block. */
async function fourBlocks() {
  const seal = await aSeal()
  const text = someBytes(4 * BLOCK)
  const closed = await collected(sealed(from(text), seal))
  const blocks = [0, 1, 2, 3].map(index => closed.slice(index * SEALED_BLOCK, (index + 1) * SEALED_BLOCK))
  return { seal, blocks, text }
}

function someBytes(length: number): Block {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) & 255)
}

async function* from(...pieces: readonly Block[]): Bytes {
  for (const piece of pieces) yield piece
  await Promise.resolve()
}

async function collected(bytes: Bytes): Promise<Block> {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  return joined(pieces)
}
