import { inBlocks, type Bytes } from './byte-source.ts'
import { StreamFault } from './stream-fault.ts'

/** With what a stream is sealed: the key, seven bytes that begin each nonce, and what every block is bound to. */
export interface Seal {
  readonly key: CryptoKey
  readonly nonce: Uint8Array<ArrayBuffer>
  readonly header: Uint8Array<ArrayBuffer>
}

/** Bytes of text in a block; the last may have fewer. */
export const BLOCK = 65_536
const TAG = 16 // bytes that GCM adds to a block

/**
 * Blocks of AES-256-GCM, chained as in STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015): each nonce holds the number of
 * its block and whether it is the last, and each block is bound to the header.
 */
export async function* sealed(bytes: Bytes, seal: Seal): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  let number = 0
  for await (const { block, isLast } of inBlocks(bytes, BLOCK)) {
    yield new Uint8Array(await crypto.subtle.encrypt(parameters(seal, number, isLast), seal.key, block))
    number += 1
  }
}

/**
 * Opens what `sealed` made. Throws a `StreamFault` at the first block that is not what was written: `cut` where it is the
 * last one but was not written as the last, else `altered`.
 */
export async function* opened(bytes: Bytes, seal: Seal): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  let number = 0
  for await (const { block, isLast } of inBlocks(bytes, BLOCK + TAG)) {
    const open = (asLast: boolean) => crypto.subtle.decrypt(parameters(seal, number, asLast), seal.key, block)
    try {
      yield new Uint8Array(await open(isLast))
    } catch (cause) {
      const isWholeBlock = isLast && (await open(false).then(yes, no))
      // A block cut short cannot be told from an altered one; a file that ends in it is most often cut.
      throw new StreamFault(isWholeBlock || (isLast && block.length < BLOCK + TAG) ? 'cut' : 'altered', { cause })
    }
    number += 1
  }
}

function parameters({ nonce, header }: Seal, number: number, isLast: boolean): AesGcmParams {
  const iv = new Uint8Array(12)
  iv.set(nonce)
  new DataView(iv.buffer).setUint32(nonce.length, number)
  iv[11] = Number(isLast)
  return { name: 'AES-GCM', iv, additionalData: header }
}

const yes = () => true
const no = () => false
