import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { findOnScreen } from './pages/words-on-screen.ts'
import type { ReviewPage } from './pages/review-page.ts'
import { LANTERN } from './seeds.ts'

const WORDS = 'Inspectors found 17 cracked bolts'

const ATTEMPTS: readonly { way: string; attempt: (page: Page, review: ReviewPage) => Promise<void> }[] = [
  {
    way: 'typing',
    attempt: async page => {
      await page.keyboard.type('q w Q W é')
      await page.keyboard.insertText('inserted 漢字')
    },
  },
  {
    way: 'Enter, Backspace and Delete',
    attempt: async page => {
      for (const key of ['Enter', 'Shift+Enter', 'Backspace', 'Control+Backspace', 'Delete', 'Control+Delete', 'Tab', 'Shift+Tab']) {
        await page.keyboard.press(key)
      }
    },
  },
  {
    way: 'deleting and typing over a selection of everything',
    attempt: async page => {
      await page.keyboard.press('Control+A')
      for (const key of ['Backspace', 'Delete', 'q', 'Enter', 'Space']) await page.keyboard.press(key)
    },
  },
  {
    way: 'paste',
    attempt: async page => {
      await page.evaluate(() => navigator.clipboard.writeText('pasted'))
      await page.keyboard.press('Control+V')
      await page.keyboard.press('Control+Shift+V')
    },
  },
  {
    way: 'cut',
    attempt: async page => {
      await page.keyboard.press('Control+A')
      await page.keyboard.press('Control+X')
      await page.keyboard.press('Shift+Delete')
    },
  },
  {
    way: 'dropping text from outside',
    attempt: async (page, review) => {
      const { start } = await findOnScreen(review.article, WORDS)
      const session = await page.context().newCDPSession(page)
      const data = { items: [{ mimeType: 'text/plain', data: 'dropped' }], dragOperationsMask: 19 }
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await session.send('Input.dispatchDragEvent', { type, x: start.x + 30, y: start.y, data })
      }
      await session.detach()
    },
  },
  {
    way: 'dragging a selection elsewhere in the article',
    attempt: async (page, review) => {
      await review.selectText(WORDS)
      const { start } = await findOnScreen(review.article, WORDS)
      await page.mouse.move(start.x + 20, start.y)
      await page.mouse.down()
      await page.mouse.move(start.x + 60, start.y + 60, { steps: 5 })
      await page.mouse.move(start.x + 120, start.y + 120, { steps: 5 })
      await page.mouse.up()
    },
  },
  {
    way: 'undo and redo keys',
    attempt: async page => {
      for (const key of ['Control+z', 'Control+Shift+z', 'Control+y']) await page.keyboard.press(key)
    },
  },
  {
    way: 'formatting keys',
    attempt: async page => {
      await page.keyboard.press('Control+A')
      for (const key of ['Control+b', 'Control+i', 'Control+Alt+1', 'Control+Shift+7', 'Control+Shift+8']) {
        await page.keyboard.press(key)
      }
    },
  },
  {
    way: 'composing with an input method',
    attempt: async page => {
      const session = await page.context().newCDPSession(page)
      await session.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 })
      await session.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 })
      await session.send('Input.insertText', { text: '日本' })
      await session.send('Input.imeSetComposition', { text: 'x', selectionStart: 1, selectionEnd: 1 })
      await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
      await session.detach()
    },
  },
  {
    way: 'composing over a selection',
    attempt: async (page, review) => {
      await review.selectText(WORDS)
      const session = await page.context().newCDPSession(page)
      await session.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 })
      await session.send('Input.insertText', { text: '日本' })
      await session.detach()
    },
  },
  {
    way: 'document.execCommand',
    attempt: async page => {
      await page.evaluate(() => {
        const commands = ['insertText', 'insertHTML', 'insertParagraph', 'delete', 'forwardDelete', 'bold', 'undo', 'redo', 'cut']
        for (const command of commands) document.execCommand(command, false, 'commanded')
        document.execCommand('selectAll')
        document.execCommand('delete')
        document.execCommand('insertText', false, 'commanded')
      })
    },
  },
  {
    way: 'a spelling suggestion and other input events',
    attempt: async (_page, review) => {
      await review.article.evaluate(element => {
        for (const inputType of ['insertReplacementText', 'deleteByDrag', 'insertFromYank', 'insertTranspose', 'historyUndo', 'formatBold']) {
          const event = new InputEvent('beforeinput', { inputType, data: 'replaced', bubbles: true, cancelable: true })
          element.querySelector('p')?.dispatchEvent(event)
          if (!event.defaultPrevented) document.execCommand('insertText', false, 'replaced')
        }
      })
    },
  },
  {
    way: 'changing its elements from outside',
    attempt: async (_page, review) => {
      await review.article.evaluate(element => {
        const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text
        text.data = 'changed'
        element.append('appended')
        element.querySelector('li')?.remove()
        element.querySelector('p')?.replaceChildren('replaced')
      })
    },
  },
  {
    way: "the editor's own commands and transactions",
    attempt: async (_page, review) => {
      const wasReached = await review.article.evaluate(element => {
        interface Editor {
          readonly commands: {
            insertContent(content: string): boolean
            setContent(content: string): boolean
            clearContent(): boolean
            toggleBold(): boolean
          }
          readonly view: { dispatch(tr: unknown): void; readonly state: { tr: { insertText(text: string, from: number): unknown; delete(from: number, to: number): unknown } } }
        }
        const { editor } = element as HTMLElement & { editor?: Editor }
        if (!editor) return false
        editor.view.dispatch(editor.view.state.tr.insertText('transacted', 2))
        editor.view.dispatch(editor.view.state.tr.delete(2, 20))
        editor.commands.insertContent('commanded')
        editor.commands.setContent('<p>commanded</p>')
        editor.commands.clearContent()
        editor.commands.toggleBold()
        return true
      })
      expect(wasReached, 'the editor hangs on its element').toBe(true)
    },
  },
]

test.describe('V38 the article cannot be changed', () => {
  for (const { way, attempt } of ATTEMPTS) {
    test(`V38 by ${way}`, async ({ context, page, review }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await review.open(LANTERN.title)
      await review.press('ArrowDown', 'ArrowDown')
      await review.savedAfter(() => review.press('1'))
      const before = await contentOf(review)
      await review.clickText(WORDS)
      await attempt(page, review)
      await expect.poll(() => contentOf(review)).toEqual(before)
      await review.reload()
      expect(await contentOf(review)).toEqual(before)
    })
  }
})

test('V38 it is said to be read only, and takes the focus and a caret all the same', async ({ page, review }) => {
  await review.open(LANTERN.title)
  await expect(review.article).toHaveAttribute('aria-readonly', 'true')
  await review.clickText(WORDS)
  await expect(review.article).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(true)
})

test('V38 words of the article can be copied', async ({ context, page, review }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await review.open(LANTERN.title)
  await review.selectText(WORDS)
  await page.keyboard.press('Control+C')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(WORDS)
})

/** The article's blocks: what they are and what they say, without what is drawn over them. */
function contentOf(review: ReviewPage): Promise<readonly string[]> {
  return review.article.evaluate(root => {
    const blocks = [...root.querySelectorAll('h1, h2, h3, p, li, ul, ol, strong, b, em, i, br:not(.ProseMirror-trailingBreak)')]
    return [root.textContent, ...blocks.map(block => `${block.tagName} ${block.textContent}`)]
  })
}
