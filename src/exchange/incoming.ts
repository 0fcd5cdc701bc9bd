/** Files that came together: one, or several that belong to each other, such as a text and its annotations. */
export interface Incoming {
  readonly files: readonly IncomingFile[]
}

/** A file as it came, read as far as somebody asks. */
export interface IncomingFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Decoded as UTF-8 without a byte order mark; `null` when it is not that. */
  readonly text: string | null
  /** What the text is as JSON; `undefined` when it is not JSON. Every engine words it differently, so no message is kept. */
  readonly json: unknown
}

/** A file of this name with these bytes. Text and JSON are worked out once, when they are first asked for. */
export function incomingFile(name: string, bytes: Uint8Array<ArrayBuffer>): IncomingFile {
  let text: string | null | undefined
  let json: { readonly value: unknown } | undefined
  return {
    name,
    bytes,
    get text() {
      text ??= decoded(bytes)
      return text
    },
    get json() {
      json ??= { value: parsed(this.text) }
      return json.value
    },
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null // A picture, or another encoding.
  }
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
