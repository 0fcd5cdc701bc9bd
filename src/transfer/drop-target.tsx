import { useEffect, useRef, useState } from 'react'
import { words } from '../wording/words.ts'
import './drop-target.css'

interface DropTargetProps {
  readonly onFiles: (files: readonly File[]) => void
}

/**
 * Takes files that are dropped anywhere in the window, so that the browser never leaves the page for them. What lies within
 * an element marked `data-takes-files` is that element's.
 */
export function DropTarget({ onFiles }: DropTargetProps) {
  const isDragging = useFileDrops(onFiles)
  const overlay = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // In the top layer, above a dialog that may be open.
    if (isDragging) overlay.current?.showPopover()
  }, [isDragging])
  if (!isDragging) return null
  return (
    <div className="drop-target" ref={overlay} popover="manual" aria-hidden="true">
      {words.common.dropHere}
    </div>
  )
}

function useFileDrops(onFiles: DropTargetProps['onFiles']): boolean {
  const [isDragging, setDragging] = useState(false)
  useEffect(() => {
    const listening = new AbortController()
    // Captured before the article sees it: the article refuses every drop.
    const options = { capture: true, signal: listening.signal }
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      const isOurs = !isTakenElsewhere(event)
      setDragging(isOurs)
      if (!isOurs) return
      event.preventDefault()
      event.stopPropagation()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false)
    }
    const drop = (event: DragEvent) => {
      setDragging(false)
      if (!carriesFiles(event) || isTakenElsewhere(event)) return
      event.preventDefault()
      event.stopPropagation()
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) onFiles(files)
    }
    window.addEventListener('dragenter', over, options)
    window.addEventListener('dragover', over, options)
    window.addEventListener('dragleave', leave, options)
    window.addEventListener('drop', drop, options)
    return () => listening.abort()
  }, [onFiles])
  return isDragging
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}

function isTakenElsewhere({ target }: DragEvent): boolean {
  return target instanceof Element && target.closest('[data-takes-files], input[type="file"]') !== null
}
