/** What a browser hands to an installed program that was opened with files (File Handling; no types of it yet). */
export interface LaunchingWindow {
  readonly launchQueue?: {
    setConsumer(consumer: (launch: { readonly files?: readonly LaunchedFile[] }) => void): void
  }
}

type LaunchedFile = Pick<FileSystemFileHandle, 'name' | 'getFile'>

/** Gives the files that the program is opened with to `onFiles`, all of one opening together; `onUnreadable` gets the names of the others. */
export function receiveLaunchedFiles(
  page: LaunchingWindow,
  onFiles: (files: readonly File[]) => void,
  onUnreadable: (names: readonly string[]) => void,
): void {
  page.launchQueue?.setConsumer(({ files = [] }) => {
    void Promise.all(files.map(openLaunched)).then(opened => {
      const readable = opened.filter(one => one instanceof File)
      const lost = opened.filter(one => typeof one === 'string')
      if (readable.length > 0) onFiles(readable)
      if (lost.length > 0) onUnreadable(lost)
    })
  })
}

async function openLaunched(handle: LaunchedFile): Promise<File | string> {
  try {
    return await handle.getFile()
  } catch {
    return handle.name // Moved or forbidden since: the browser does not say which.
  }
}
