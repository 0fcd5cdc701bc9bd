/** Whether a JSON text in UTF-8 is nested deeper than this. Looks at brackets and quotes only, and takes no memory. */
export function isDeeperThan(limit: number, json: Uint8Array): boolean {
  let depth = 0
  let isInString = false
  for (let index = 0; index < json.length; index += 1) {
    const byte = json[index]
    if (isInString) {
      if (byte === BACKSLASH) index += 1
      else if (byte === QUOTE) isInString = false
    } else if (byte === QUOTE) isInString = true
    else if (byte === OPENING_BRACKET || byte === OPENING_BRACE) {
      depth += 1
      if (depth > limit) return true
    } else if (byte === CLOSING_BRACKET || byte === CLOSING_BRACE) depth -= 1
  }
  return false
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING_BRACKET = 0x5b
const CLOSING_BRACKET = 0x5d
const OPENING_BRACE = 0x7b
const CLOSING_BRACE = 0x7d
