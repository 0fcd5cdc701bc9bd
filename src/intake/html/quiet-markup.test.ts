import { describe, expect, it } from 'vitest'
import { quietMarkup } from './quiet-markup.ts'

describe('quietMarkup', () => {
  it.each([
    ['<p style="a" onclick=b>c</p>', '<p data-style="a" data-onclick=b>c</p>'],
    [`<p title="x style=y"STYLE='a>b'/onload = c>d`, `<p title="x style=y"data-STYLE='a>b'/data-onload = c>d`],
    ['<svg><style>a > b { }</style ></svg>', '<svg><template>a > b { }</template ></svg>'],
    ['Life style = x < y and onset = 3', 'Life style = x < y and onset = 3'],
    ['<styled><p once>a', '<styled><p once>a'],
    ['<p style="a', '<p data-style="a'],
    ["<p title=it's style=a>b</p>", "<p title=it's data-style=a>b</p>"],
  ])('I20 renames in %s what the policy of the page would report', (markup, quiet) => {
    expect(quietMarkup(markup)).toBe(quiet)
  })

  it('I99 leaves out the attributes of a tag that has them by the thousand, and keeps a long picture', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => `a${index}="x"`).join(' ')
    expect(quietMarkup(`<p ${many}>Words</p>`)).toBe('<p>Words</p>')
    const picture = `<img alt="A" src="data:image/png;base64,${'A'.repeat(50_000)}">`
    expect(quietMarkup(picture)).toBe(picture)
  })

  it('I20 takes time in proportion to the markup, however it is broken', () => {
    // A quadratic one would outlast the time of the test by far.
    for (const unit of ['<a "', '<', `<a '"`, '<a x=y ', '>"', '<style ']) {
      expect(quietMarkup(unit.repeat(500_000)).length).toBeGreaterThan(0)
    }
  })
})
