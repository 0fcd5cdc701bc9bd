import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { drawOver, findOnScreen } from './pages/words-on-screen.ts'
import { LANTERN } from './seeds.ts'

const WORDS = 'Inspectors found 17 cracked bolts'

interface Attempt {
  readonly way: string
  /** Tries to change a text in which the caret stands. */
  readonly attempt: (page: Page, text: Locator) => Promise<void>
  /** Why the same attempt leaves a text that nothing guards unchanged too, where it does. */
  readonly isHarmless?: string
}

/** What browsers still do though it is deprecated. */
interface CommandedDocument {
  execCommand(command: string, hasInterface?: boolean, value?: string): boolean
}

const ATTEMPTS: readonly Attempt[] = [
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
      for (const key of [
        'Enter',
        'Shift+Enter',
        'Backspace',
        'Control+Backspace',
        'Delete',
        'Control+Delete',
        'Tab',
        'Shift+Tab',
      ]) {
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
    attempt: async (page, text) => {
      const { start } = await findOnScreen(text, WORDS)
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
    attempt: async (page, text) => {
      await drawOver(text, WORDS)
      const { start } = await findOnScreen(text, WORDS)
      await page.mouse.move(start.x + 20, start.y)
      await page.mouse.down()
      await page.mouse.move(start.x + 80, start.y + 10, { steps: 5 })
      await page.mouse.move(start.x + 150, start.y + 20, { steps: 5 }) // in the next line
      await page.mouse.up()
    },
  },
  {
    way: 'undo and redo keys',
    isHarmless: 'nothing was done before',
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
    attempt: async (page, text) => {
      await drawOver(text, WORDS)
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
        const run = (document as unknown as CommandedDocument).execCommand.bind(document)
        // The browser writes styles into what it edits; the policy refuses them, which is not what this is about.
        window.addEventListener('securitypolicyviolation', event => event.stopImmediatePropagation(), { capture: true })
        const commands = [
          'insertText',
          'insertHTML',
          'insertParagraph',
          'delete',
          'forwardDelete',
          'bold',
          'undo',
          'redo',
          'cut',
        ]
        for (const command of commands) run(command, false, 'commanded')
        run('selectAll')
        run('delete')
        run('insertText', false, 'commanded')
      })
    },
  },
  {
    way: 'a spelling suggestion and other input events',
    attempt: async (_page, text) => {
      await text.evaluate(element => {
        const run = (document as unknown as CommandedDocument).execCommand.bind(document)
        for (const inputType of [
          'insertReplacementText',
          'deleteByDrag',
          'insertFromYank',
          'insertTranspose',
          'historyUndo',
          'formatBold',
        ]) {
          const event = new InputEvent('beforeinput', { inputType, data: 'replaced', bubbles: true, cancelable: true })
          element.querySelector('p')?.dispatchEvent(event)
          if (!event.defaultPrevented) run('insertText', false, 'replaced')
        }
      })
    },
  },
  {
    way: 'changing its elements from outside',
    attempt: async (_page, text) => {
      await text.evaluate(element => {
        const first = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text
        first.data = 'changed'
        element.append('appended')
        element.querySelector('li')?.remove()
        element.querySelector('p')?.replaceChildren('replaced')
      })
    },
  },
  {
    way: "the editor's own commands and transactions",
    isHarmless: 'it has no editor',
    attempt: async (_page, text) => {
      const isReached = await text.evaluate(element => {
        interface Editor {
          readonly commands: {
            insertContent(content: string): boolean
            setContent(content: string): boolean
            clearContent(): boolean
            toggleBold(): boolean
          }
          readonly view: {
            dispatch(tr: unknown): void
            readonly state: {
              tr: { insertText(text: string, from: number): unknown; delete(from: number, to: number): unknown }
            }
          }
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
      expect(isReached, 'the editor hangs on its element').toBe(true)
    },
  },
]

test(`V38 the article takes a caret and can be copied, but cannot be changed in any of ${ATTEMPTS.length} ways`, async ({
  context,
  page,
  review,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await review.open(LANTERN)
  await test.step('it is said to be read only, and takes the focus and a caret all the same', async () => {
    await expect(review.article).toHaveAttribute('aria-readonly', 'true')
    await review.clickText(WORDS)
    await expect(review.article).toBeFocused()
    const before = await caretOf(page)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await caretOf(page)).toBe(before + 2)
  })

  await test.step('its words can be copied', async () => {
    await review.selectText(WORDS)
    await page.keyboard.press('Control+C')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(WORDS)
    await page.keyboard.press('Escape')
  })

  await review.press('ArrowDown', 'ArrowDown')
  await review.savedAfter(() => review.press('1'))
  const before = await contentOf(review.article)
  for (const { way, attempt } of ATTEMPTS) {
    await test.step(way, async () => {
      await review.clickText(WORDS)
      await attempt(page, review.article)
      await expect.poll(() => contentOf(review.article), way).toEqual(before)
    })
  }
  await review.reload()
  expect(await contentOf(review.article)).toEqual(before)
})

test('V38 a text without a guard is changed in each of these ways', async ({ browser }) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.goto('./')
  await expect(page.getByRole('textbox', { name: 'Article' })).toBeVisible()
  for (const { way, attempt } of ATTEMPTS.filter(({ isHarmless }) => isHarmless === undefined)) {
    await test.step(way, async () => {
      const text = await putUnguarded(page)
      const before = await contentOf(text)
      const { letter } = await findOnScreen(text, WORDS)
      await page.mouse.click(letter.x, letter.y)
      await attempt(page, text)
      await expect.poll(() => contentOf(text), way).not.toEqual(before)
    })
  }
  await context.close()
})

function caretOf(page: Page): Promise<number> {
  return page.evaluate(() => getSelection()?.focusOffset ?? NaN)
}

/** Puts the same words into the page instead of all else, in an element that anything may edit. */
async function putUnguarded(page: Page): Promise<Locator> {
  await page.evaluate(lines => {
    const editable = document.createElement('div')
    editable.contentEditable = 'true'
    editable.role = 'textbox'
    editable.ariaLabel = 'Unguarded'
    lines.forEach((line, index) => {
      const block = document.createElement(index === 1 ? 'li' : 'p')
      block.textContent = line
      editable.append(block)
    })
    document.body.replaceChildren(editable)
  }, LANTERN.text.split('\n'))
  return page.getByRole('textbox', { name: 'Unguarded' })
}

/** The blocks of a text: what they are and what they say, without what is drawn over them. */
function contentOf(text: Locator): Promise<readonly string[]> {
  return text.evaluate(root => {
    const blocks = [...root.querySelectorAll('h1, h2, h3, p, div, li, ul, ol, strong, b, em, i, br')]
    return [root.textContent, ...blocks.map(block => `${block.tagName} ${block.textContent}`)]
  })
}
