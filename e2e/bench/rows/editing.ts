import { SIZES } from '../made-article.ts'
import type { Bench } from '../row.ts'
import { atMost, ms, told, type Line } from '../report.ts'

const LONGEST = 50 // ms that a task may take

/** Pastes 100,000 words into the editor of a new article, and types into them. */
export async function measureEditing(bench: Bench, tell: (line: Line) => void): Promise<void> {
  const profile = await bench.openFilled()
  const app = await profile.openApp('#/new')
  const { title, paragraphs } = bench.articles.book.plain
  const { pasted, typed } = await app.evaluate(
    async text => {
      const { probe } = window
      const editor = document.querySelector<HTMLElement>('[role=textbox][contenteditable=true]')!
      editor.focus()
      const data = new DataTransfer()
      data.setData('text/plain', text)
      const pasted = await probe.step(
        () =>
          editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })),
        () => editor.children.length > 100,
      )
      const typed = await probe.step(
        () => document.execCommand('insertText', false, 'x'),
        () => true,
      )
      return { pasted, typed }
    },
    [title, ...paragraphs].join('\n\n'),
  )
  const what = `${SIZES.book.words.toLocaleString('en')} words in the editor`
  tell(told(`${what}: pasted, to painted`, ms(pasted.painted)))
  tell(atMost(`${what}: pasted, longest task`, ms(pasted.longest), LONGEST))
  tell(atMost(`${what}: one letter typed, longest task`, ms(typed.longest), LONGEST))
}
