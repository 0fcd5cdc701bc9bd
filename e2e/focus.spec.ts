import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { LANTERN } from './seeds.ts'

test('V40 Tab goes from header to overview, hint, what is known, article, bar and cards; the article is one stop', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', '1', 'ArrowDown', '2', 'Escape')
  await page.getByRole('button', { name: 'Not now' }).click()
  const places: string[] = []
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    getSelection()?.removeAllRanges()
  })
  await page.getByRole('link', { name: 'Factmark' }).focus()
  for (let presses = 0; presses < 40 && places.at(-1) !== 'cards'; presses += 1) {
    const place = await placeOfFocus(page)
    if (place !== places.at(-1)) places.push(place)
    await page.keyboard.press('Tab')
  }
  expect(places).toEqual(['header', 'overview', 'hint', 'about', 'article', 'cards'])
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(review.article).toBeFocused()

  await test.step('Tab and Shift+Tab leave the article wherever the caret stands', async () => {
    for (const words of ['Lantern Bridge reopens', 'Repairs cost', 'A second crossing', 'A team of four']) {
      for (const key of ['Tab', 'Shift+Tab']) {
        await review.clickText(words)
        await expect(review.article).toBeFocused()
        await page.keyboard.press(key)
        await expect(review.article, `${key} in ${words}`).not.toBeFocused()
      }
    }
  })

  await test.step('with a selection Tab goes to the bar first, then on to the cards', async () => {
    await review.selectText('96.4 tonnes of cable')
    await page.keyboard.press('Tab')
    expect(await placeOfFocus(page)).toBe('bar')
    await page.keyboard.press('Tab')
    expect(await placeOfFocus(page)).toBe('cards')
    await page.keyboard.press('Shift+Tab')
    expect(await placeOfFocus(page)).toBe('bar')
  })
})

test('V40 a card is written and emptied with keys alone; Escape and what is removed hand the focus on', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  const { openCard: card } = review
  await review.press('ArrowDown', 'ArrowDown', '2', 'Enter')
  await expect(card.card).toBeFocused()
  await tabTo(page, 'radio', 'Disputed')
  await page.keyboard.press('ArrowRight')
  await expect(card.verdict('Unverified')).toBeChecked()
  await tabTo(page, 'textbox', 'Rationale')
  await page.keyboard.type('Only keys were used')
  await tabTo(page, 'textbox', 'Add tag')
  await page.keyboard.type('keys,')
  await tabTo(page, 'button', 'Add evidence')
  await page.keyboard.press('Enter')
  await expect(card.evidence(1).getByRole('textbox', { name: 'Question it answers' })).toBeFocused()
  await page.keyboard.type('Does it work?')
  await page.keyboard.press('Escape')
  await expect(review.article).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await review.savedAfter(() => page.keyboard.press('1'))
  const [, first = '', second = ''] = LANTERN.text.split('\n')
  await review.hasStatements(['unverified', first], ['verified', second])

  await test.step('what is removed hands the focus on: a tag, a piece of evidence, a dismissed line', async () => {
    await page.keyboard.press('ArrowUp')
    for (const name of ['Remove tag keys', 'Remove evidence 1']) {
      await card.button(name).focus()
      await page.keyboard.press('Enter')
      await expect(card.button(name)).toBeHidden()
      expect(await page.evaluate(() => document.activeElement?.tagName), name).not.toBe('BODY')
    }
    await page.getByRole('button', { name: 'Not now' }).focus()
    await page.keyboard.press('Enter')
    await expect(review.article).toBeFocused()
  })
})

const DIALOGS = [
  { opener: 'Export', dialog: 'Export' },
  { opener: 'Import', dialog: 'Import' },
  { opener: 'Your reviewer profile', dialog: 'Reviewer' },
] as const

test('V40 a dialog takes the focus, keeps it and gives it back; an article is deleted with keys alone', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  for (const { opener, dialog } of DIALOGS) {
    await review.headerButton(opener).focus()
    await page.keyboard.press('Enter')
    const opened = page.getByRole('dialog', { name: dialog })
    await expect(opened).toBeVisible()
    for (let presses = 0; presses < 25; presses += 1) {
      await page.keyboard.press('Tab')
      const place = await page.evaluate(() => {
        const active = document.activeElement
        return active === document.body || active?.closest('dialog') ? 'dialog' : active?.textContent
      })
      expect(place).toBe('dialog')
    }
    await page.keyboard.press('Escape')
    await expect(opened).toBeHidden()
    await expect(review.headerButton(opener)).toBeFocused()
  }

  await page.goto('./#/library')
  const menu = page.getByRole('button', { name: `More actions for ${LANTERN.title}` })
  await menu.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Rename article' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused()
  await review.savedAfter(() => page.keyboard.press('Enter'))
  await expect(page.getByRole('searchbox', { name: 'Search the library' })).toBeFocused()
})

const WINDOWS = [
  { width: 1280, height: 500 },
  { width: 390, height: 640 },
] as const

test('V41 nothing covers what has the focus, in a low window and in a narrow one', async ({ page, review }) => {
  await page.setViewportSize(WINDOWS[0])
  await review.open(LANTERN)
  await review.press('ArrowDown', 'ArrowDown', '1', 'e', 'Escape')
  for (const size of WINDOWS) {
    await test.step(`${size.width} by ${size.height} px`, async () => {
      await page.setViewportSize(size)
      await expect(review.openCard.evidence(1)).toBeVisible()
      await page.getByRole('link', { name: 'Factmark' }).focus()
      const covered: string[] = []
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press('Tab')
        const found = await page.evaluate(coveredFocus)
        if (found !== null) covered.push(found)
      }
      expect(covered).toEqual([])
    })
  }
})

test('V42 one polite live region says the segment, then the verdict with the progress; a mark points at its card', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  const said = page.locator('[aria-live="polite"]').last()
  const [title = '', first = ''] = LANTERN.text.split('\n')
  await review.press('ArrowDown')
  await expect(said).toHaveText(title)
  await review.press('ArrowDown')
  await expect(said).toHaveText(first)
  await review.press('2')
  await expect(said).toHaveText('Disputed, 1 of 17 reviewed')
  await review.press('ArrowUp', 'ArrowDown')
  await expect(said).toHaveText(`${first} Disputed.`)

  const mark = review.highlight(first).first()
  await expect(mark).toHaveAttribute('aria-details')
  const id = await mark.getAttribute('aria-details')
  await expect(page.locator(`[id="${id ?? ''}"]`)).toHaveAttribute('role', 'comment')

  await review.press('0')
  await expect(said).toHaveText('Nothing to check here')
  await review.press('Control+z')
  await expect(said).toHaveText('Undone: nothing to check')
})

/** Presses Tab until a control of this name has the focus. */
async function tabTo(page: Page, role: 'button' | 'textbox' | 'radio', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true })
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate(element => element === document.activeElement)) return
  }
  throw new Error(`Not reached with Tab: ${name}`)
}

function placeOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const PLACES = {
      '[role="toolbar"]': 'bar',
      '[role="textbox"][aria-label="Article"]': 'article',
      header: 'header',
      'a[href="#/restore"]': 'hint',
      '[role="group"][aria-label="About this article"]': 'about',
      'nav[aria-label="Overview"]': 'overview',
      'section[aria-label="Annotations"]': 'cards',
    }
    const active = document.activeElement
    // A card has a header of its own, so the innermost places come last.
    return Object.entries(PLACES).findLast(([place]) => active?.closest(place))?.[1] ?? active?.tagName ?? 'nothing'
  })
}

/** Runs in the page: what has the focus, when another element lies over the middle of it. */
function coveredFocus(): string | null {
  const active = document.activeElement
  if (!active || active === document.body || active.matches('[role="textbox"]')) return null
  const shown = active.matches('input[type="radio"], input[type="checkbox"]')
    ? (active.closest('label') ?? active)
    : active
  const { left, right, top, bottom } = shown.getBoundingClientRect()
  const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  const isSeen = over !== null && (shown.contains(over) || over.contains(shown))
  return isSeen
    ? null
    : `${shown.textContent || shown.getAttribute('aria-label') || shown.tagName} at ${Math.round(top)}`
}
