/** A folder as the File System Access API gives it, in memory, with faults on demand. */
export interface FakeFolder {
  readonly handle: FileSystemDirectoryHandle
  /** What lies in it, by name. */
  readonly files: Map<string, Uint8Array>
  /** From now on every writing fails like this; `null` ends it. */
  failWrites(error: Error | null): void
  /** From now on this file cannot be read, as on a failing disk. */
  failReading(name: string): void
  /** From now on what is written is another thing than what was given. */
  garbleWrites(): void
  /** What the person answers when asked for the permission to write. */
  permit(state: PermissionState): void
}

/** An empty folder. */
export function aFolder(name = 'Backups'): FakeFolder {
  const files = new Map<string, Uint8Array>()
  let failure: Error | null = null
  let isGarbled = false
  const unreadable = new Set<string>()
  let permission: PermissionState = 'granted'

  const fileHandle = (fileName: string) => ({
    kind: 'file',
    name: fileName,
    getFile: () => {
      if (unreadable.has(fileName)) return Promise.reject(new DOMException('The disk is failing.', 'NotReadableError'))
      const bytes = files.get(fileName)
      return bytes ? Promise.resolve(new File([new Uint8Array(bytes)], fileName)) : Promise.reject(notFound())
    },
    createWritable: () => Promise.resolve(sinkInto(fileName)),
  })

  /** Nothing is in the file before the sink is closed, as in a browser. */
  function sinkInto(fileName: string): WritableStream<Uint8Array> {
    const pieces: Uint8Array[] = []
    return new WritableStream<Uint8Array>({
      write(piece) {
        if (failure) throw failure
        pieces.push(piece.slice())
      },
      close() {
        if (failure) throw failure
        const bytes = Buffer.concat(pieces)
        if (isGarbled && bytes.length > 0) bytes[bytes.length >> 1]! ^= 1
        files.set(fileName, new Uint8Array(bytes))
      },
    })
  }

  const handle = {
    kind: 'directory',
    name,
    getFileHandle(fileName: string, options?: { readonly create?: boolean }) {
      if (!files.has(fileName)) {
        if (!options?.create) return Promise.reject(notFound())
        files.set(fileName, new Uint8Array())
      }
      return Promise.resolve(fileHandle(fileName))
    },
    removeEntry: (fileName: string) => (files.delete(fileName) ? Promise.resolve() : Promise.reject(notFound())),
    async *keys() {
      yield* [...files.keys()]
      await Promise.resolve()
    },
    queryPermission: () => Promise.resolve(permission),
    requestPermission: () => Promise.resolve(permission),
  }
  return {
    handle: handle as unknown as FileSystemDirectoryHandle,
    files,
    failWrites: error => void (failure = error),
    failReading: file => void unreadable.add(file),
    garbleWrites: () => void (isGarbled = true),
    permit: state => void (permission = state),
  }
}

function notFound(): DOMException {
  return new DOMException('There is no such file.', 'NotFoundError')
}
