import { expect, it } from 'vitest'
import { askForPersistence } from './persistence.ts'

it.each([
  ['agrees', { persist: () => Promise.resolve(true) }, true],
  ['refuses', { persist: () => Promise.resolve(false) }, false],
  ['fails', { persist: () => Promise.reject(new TypeError('An opaque origin.')) }, false],
  ['cannot be asked', undefined, false],
])('S27 says whether the browser promised to keep the data: it %s', async (_case, storage, answer) => {
  expect(await askForPersistence(storage)).toBe(answer)
})
