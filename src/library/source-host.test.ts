import { describe, expect, it } from 'vitest'
import { isSourceAddress, sourceHost } from './source-host.ts'

const cases = [
  { address: 'https://www.news.example.com/2026/a', host: 'news.example.com', accepted: true },
  { address: 'http://example.org', host: 'example.org', accepted: true },
  { address: '', host: '', accepted: true },
  { address: 'news.example.com', host: '', accepted: false },
  { address: 'javascript:alert(1)', host: '', accepted: false },
  { address: 'mailto:desk@example.org', host: '', accepted: false },
]

describe('source addresses', () => {
  it.each(cases)('L3 names “$host” for “$address”', ({ address, host }) => {
    expect(sourceHost(address)).toBe(host)
  })

  it.each(cases)('L3 accepts “$address”: $accepted', ({ address, accepted }) => {
    expect(isSourceAddress(address)).toBe(accepted)
  })
})
