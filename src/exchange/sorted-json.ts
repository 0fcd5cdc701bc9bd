/** JSON for people and for comparing: keys sorted by UTF-16 code units, one space a level, a newline at the end. */
export function sortedJson(value: unknown): string {
  return `${JSON.stringify(value, sortKeys, 1)}\n`
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
