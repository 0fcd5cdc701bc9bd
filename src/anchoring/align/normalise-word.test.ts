import { describe, expect, it } from 'vitest'
import { foldWord, normaliseWord } from './normalise-word.ts'

describe('normaliseWord', () => {
  it.each([
    ['decomposed accents', 'cafe\u0301', 'café'],
    ['curly apostrophes', 'it’s', "it's"],
    ['guillemets', '«', '"'],
    ['Japanese quotation marks', '「', '"'],
    ['Hebrew gershayim', 'ק״מ', 'ק"מ'],
    ['the minus sign', '−5', '-5'],
    ['dashes of any length', '—', '-'],
    ['an ellipsis of three dots', '...', '…'],
    ['soft hyphens', 'infra\u00adstructure', 'infrastructure'],
    ['zero-width joiners of Persian', 'می\u200cرود', 'میرود'],
    ['Arabic letters for Persian ones', 'شوراي', 'شورای'],
    ['the lengthening stroke', 'السـوق', 'السوق'],
    ['ligatures', 'ﬁrst', 'first'],
    ['full width', '１２８', '128'],
    ['the style of a picture', '☎\ufe0f', '☎'],
    ['joined pictures as they are', '👩\u200d🔧', '👩\u200d🔧'],
    ['case as it is', 'Mayor', 'Mayor'],
    ['nothing visible', '\u200b\u00ad', ''],
  ])('A55 knows %s', (_, written, key) => {
    expect(normaliseWord(written)).toBe(key)
  })
})

describe('foldWord', () => {
  it.each([
    ['case', 'Mayor', 'mayor'],
    ['vowel points', 'فُتح', 'فتح'],
    ['the hamza of an alef', 'أحمد', 'احمد'],
    ['the dots of ё', 'ещё', 'еще'],
    ['the dot of a nukta', 'हज़ार'.normalize('NFC'), 'हजार'],
  ])('A55 finds words alike whatever %s', (_, key, folded) => {
    expect(foldWord(key)).toBe(folded)
  })
})
