import * as v from 'valibot'
import { HashSchema, UuidSchema } from '../domain/identifiers.ts'

// What another tab says comes from another build of this program, or from whoever else shares the origin.
const TabMessageSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('changed'), articles: v.array(HashSchema), records: v.array(UuidSchema) }),
  v.strictObject({ kind: v.picklist(['erased', 'restored']) }),
])

/** What the tabs of one browser tell each other: what was committed, that everything is being erased, or that a backup was restored. */
export type TabMessage = Readonly<v.InferOutput<typeof TabMessageSchema>>

/** The part of a `BroadcastChannel` that is used. */
export type BroadcastPort = Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>

/** Talks to the other tabs. */
export interface TabChannel {
  post(message: TabMessage): void
  /** Calls back with every message of another tab that makes sense; others are passed over. */
  listen(listener: (message: TabMessage) => void): void
}

/** A channel over a port; without one, a tab that hears and says nothing. */
export function createTabChannel(port: BroadcastPort | undefined): TabChannel {
  return {
    post: message => port?.postMessage(message),
    listen: listener =>
      port?.addEventListener('message', ({ data }) => {
        const parsed = v.safeParse(TabMessageSchema, data)
        if (parsed.success) listener(parsed.output)
      }),
  }
}
