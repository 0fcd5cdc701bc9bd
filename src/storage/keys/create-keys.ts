import * as v from 'valibot'
import type { KeyProblem, KeyStorage } from '../../domain/key-storage.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'
import {
  fingerprintOf,
  isKeyOfItsLength,
  PUBLIC_KEY_ENTRIES,
  TrustedKeySchema,
  type SigningKey,
} from '../../domain/signing-key.ts'
import { TimestampSchema } from '../../domain/identifiers.ts'
import { readRows } from '../read-rows.ts'
import { SIGNING_KEY } from '../schema.ts'
import { siftRows } from '../sift-rows.ts'
import type { Transactions } from '../transact.ts'
import { publicKeyFile, readPublicKey } from './key-file.ts'
import { keyFromFile, makeKey } from './make-key.ts'

export interface KeysOptions {
  readonly transactions: Transactions
  /** Milliseconds since 1970. */
  now(): number
}

/** The keys of this browser. Touches nothing until asked. */
export function createKeys({ transactions, now }: KeysOptions): KeyStorage {
  const moment = () => new Date(now()).toISOString()

  async function keep(made: Result<SigningKey, KeyProblem>): Promise<Result<SigningKey, KeyProblem>> {
    if (!made.ok) return made
    const { value } = made
    const kept = await transactions.write(['meta'], tx => tx.objectStore('meta').put(value, SIGNING_KEY))
    return kept.ok ? made : fail({ kind: 'storage', problem: kept.problem })
  }

  return {
    async readKeys() {
      const read = await transactions.read(['meta', 'trustedKeys'], tx =>
        Promise.all([readRows(tx, 'meta', IDBKeyRange.only(SIGNING_KEY)), readRows(tx, 'trustedKeys')]),
      )
      if (!read.ok) return read
      const [mine, rows] = read.value
      const own = siftRows('meta', mine, SigningKeySchema)
      const trusted = siftRows('trustedKeys', rows, TrustedKeySchema)
      return succeed({
        mine: own.sound[0] ?? null,
        trusted: [...trusted.sound].sort(
          (a, b) => a.name.localeCompare(b.name) || (a.fingerprint < b.fingerprint ? -1 : 1),
        ),
        damaged: own.damaged.length + trusted.damaged.length,
      })
    },
    makeKey: async passphrase => keep(await makeKey(moment(), passphrase)),
    takeKey: async (file, passphrase) => keep(await keyFromFile(file, passphrase)),
    async forgetMyKey() {
      const gone = await transactions.write(['meta'], tx => tx.objectStore('meta').delete(SIGNING_KEY))
      return gone.ok ? null : gone.problem
    },
    publicKeyFile: (key, name) => Promise.resolve(publicKeyFile(key, name)),
    readPublicKey,
    async trust({ algorithm, key, name }) {
      const trusted = { algorithm, key, fingerprint: fingerprintOf(key), name: name.toWellFormed(), since: moment() }
      const kept = await transactions.write(['trustedKeys'], tx => tx.objectStore('trustedKeys').put(trusted))
      return kept.ok ? null : kept.problem
    },
    async distrust(fingerprint) {
      const gone = await transactions.write(['trustedKeys'], tx => tx.objectStore('trustedKeys').delete(fingerprint))
      return gone.ok ? null : gone.problem
    },
  }
}

const SigningKeySchema = v.pipe(
  v.strictObject({
    ...PUBLIC_KEY_ENTRIES,
    made: TimestampSchema,
    privateKey: v.custom<CryptoKey>(value => Object.prototype.toString.call(value) === '[object CryptoKey]'),
    sealed: v.nullable(v.string()),
  }),
  v.check(key => isKeyOfItsLength(key)),
)
