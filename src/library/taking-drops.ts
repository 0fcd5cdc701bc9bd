import type { DragEvent } from 'react'

/** What an element needs to take the files that are dropped on it, and nothing else. */
export function takingDrops(open: (files: readonly File[]) => void) {
  return {
    onDragOver(event: DragEvent) {
      if (event.dataTransfer.types.includes('Files')) event.preventDefault()
    },
    onDrop(event: DragEvent) {
      const files = [...event.dataTransfer.files]
      if (files.length === 0) return
      event.preventDefault()
      open(files)
    },
  }
}
