import { download } from '../ui/download.ts'

/** Where a file goes that the person saves. */
export interface SaveTarget {
  /** As the person named it. */
  readonly name: string
  readonly sink: WritableStream<Uint8Array>
  /** Called once the sink was closed. */
  finish(): void
}

/**
 * Asks where to save a file; `null` when the person thinks better of it. Where the browser cannot stream to the disk, what is
 * written becomes a download at the end. Only in answer to something that the person did.
 */
export async function chooseSaveTarget(
  name: string,
  about: { readonly description: string; readonly extension: `.${string}` },
): Promise<SaveTarget | null> {
  const browser: Window & FilePicking = window
  if (!browser.showSaveFilePicker) return downloadTarget(name)
  try {
    const types = [{ description: about.description, accept: { [MEDIA_TYPE]: [about.extension] } }]
    const file = await browser.showSaveFilePicker({ suggestedName: name, types })
    return { name: file.name, sink: await file.createWritable(), finish: () => {} }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    return downloadTarget(name) // It may not be asked here, as in a frame of another site.
  }
}

/** Asks for a folder; `null` when the person thinks better of it, or the browser does not let them choose this one. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null> {
  const browser: Window & FilePicking = window
  try {
    return (await browser.showDirectoryPicker?.({ id: 'factmark-backups', mode: 'readwrite' })) ?? null
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}

const MEDIA_TYPE = 'application/octet-stream'

/** File System Access as some browsers have it. */
interface FilePicking {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string
    readonly types: readonly { readonly description: string; readonly accept: Readonly<Record<string, string[]>> }[]
  }) => Promise<FileSystemFileHandle>
  readonly showDirectoryPicker?: (options: {
    readonly id: string
    readonly mode: 'readwrite'
  }) => Promise<FileSystemDirectoryHandle>
}

function downloadTarget(name: string): SaveTarget {
  const pieces: BlobPart[] = []
  const sink = new WritableStream<Uint8Array>({ write: piece => void pieces.push(new Uint8Array(piece)) })
  return { name, sink, finish: () => download(new Blob(pieces, { type: MEDIA_TYPE }), name) }
}
