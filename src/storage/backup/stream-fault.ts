/** How the bytes of a file can be wrong below its lines: it ends too early, cannot be unpacked, or was altered though encrypted. */
export type StreamFaultKind = 'cut' | 'cannot-unpack' | 'altered'

/** Carries out of a stream that its bytes are wrong. What came before it is right. */
export class StreamFault extends Error {
  readonly kind: StreamFaultKind

  constructor(kind: StreamFaultKind, options?: ErrorOptions) {
    super(`bytes: ${kind}`, options)
    this.name = 'StreamFault'
    this.kind = kind
  }
}
