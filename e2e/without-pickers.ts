import type { Page } from '@playwright/test'

/** Lets files be saved as downloads from now on: a browser without a window cannot ask where to save. */
export async function withoutSavePicker(page: Page): Promise<void> {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
}

/** Stands a folder of the site's private file system in for the one that a person would choose. */
export async function withFolder(page: Page, name: string): Promise<void> {
  await page.addInitScript(folder => {
    const choose = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true })
    Object.assign(window, { showDirectoryPicker: choose })
  }, name)
}

/** The names of what lies in a folder of the site's private file system; `null` when there is no such folder. */
export function namesInFolder(page: Page, name: string): Promise<readonly string[] | null> {
  return page.evaluate(async folder => {
    const root = await navigator.storage.getDirectory()
    const found: string[] = []
    try {
      for await (const file of (await root.getDirectoryHandle(folder)).keys()) found.push(file)
    } catch {
      return null // There is none.
    }
    return found.sort()
  }, name)
}

/** Removes what lies in a folder of the site's private file system. */
export async function emptyFolder(page: Page, name: string): Promise<void> {
  await page.evaluate(async folder => {
    const root = await navigator.storage.getDirectory()
    await root.removeEntry(folder, { recursive: true })
    await root.getDirectoryHandle(folder, { create: true })
  }, name)
}
