import { describe, expect, it } from 'vitest'
import { rawJson } from './raw-json.ts'

class Handle {
  readonly [Symbol.toStringTag] = 'FileSystemDirectoryHandle'
}

describe('a raw value as JSON', () => {
  it.each<readonly [string, unknown, unknown]>([
    ['a record', { a: [1, 'b', null, true, { c: undefined }] }, { a: [1, 'b', null, true, {}] }],
    ['bytes', { a: new Uint8Array([0, 255]).buffer }, { a: { $base64: 'AP8=' } }],
    ['a view of bytes', new Uint8Array([9, 1, 2, 255, 9]).subarray(1, 4), { $base64: 'AQL/' }],
    ['a file', new Blob([new Uint8Array([1])], { type: 'image/png' }), { $base64: 'AQ==', type: 'image/png' }],
    ['a date', new Date(0), { $date: 0 }],
    ['a map', new Map([['a', 1n]]), { $map: [['a', { $bigint: '1' }]] }],
    ['a set', new Set([Number.NaN]), { $set: [{ $number: 'NaN' }] }],
    ['what cannot be written', { folder: new Handle() }, { folder: { $unwritable: 'FileSystemDirectoryHandle' } }],
  ])('S32 keeps what it can of %s', async (_case, value, expected) => {
    expect(JSON.parse(JSON.stringify(await rawJson(value)))).toEqual(expected)
  })
})
