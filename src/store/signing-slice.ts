import type { Result } from '../domain/result.ts'
import type { Ports } from './ports.ts'
import type { Slice } from './review-state.ts'
import type { SigningSlice } from './signing-state.ts'

/** What is shown of the keys is what is stored. */
export const createSigningSlice =
  ({ keys }: Ports): Slice<SigningSlice> =>
  (set, get) => {
    async function andRead<Problem>(changed: Promise<Problem>): Promise<Problem> {
      const answer = await changed
      await get().readKeys()
      return answer
    }
    return {
      keys: null,
      async readKeys() {
        const read = await keys.readKeys()
        if (!read.ok) return read.problem
        set({ keys: read.value })
        return null
      },
      makeKey: passphrase => andRead(problemOf(keys.makeKey(passphrase))),
      takeKey: (file, passphrase) => andRead(problemOf(keys.takeKey(file, passphrase))),
      forgetMyKey: () => andRead(keys.forgetMyKey()),
      publicKeyFile: (key, name) => keys.publicKeyFile(key, name),
      readPublicKey: file => keys.readPublicKey(file),
      trustKey: key => andRead(keys.trust(key)),
      distrustKey: fingerprint => andRead(keys.distrust(fingerprint)),
    }
  }

async function problemOf<Problem>(outcome: Promise<Result<unknown, Problem>>): Promise<Problem | null> {
  const settled = await outcome
  return settled.ok ? null : settled.problem
}
