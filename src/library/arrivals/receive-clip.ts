import type { Result } from '../../domain/result.ts'
import { CLIP_READY, readClip, type Clip, type ClipProblem } from './clip-message.ts'

/** The parts of a `Window` that are used. */
export interface OpenedWindow {
  opener: unknown
  readonly origin: string
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
  removeEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
}

/**
 * Says to the page that opened this window that it may hand itself over, and hears its first message and no other. Messages
 * of any other window are not looked at. Returns how to stop listening.
 */
export function receiveClip(page: OpenedWindow, onArrival: (arrival: Result<Clip, ClipProblem>) => void): () => void {
  const opener = page.opener as Pick<Window, 'postMessage'> | null
  if (!opener) return () => undefined
  const listen = (event: MessageEvent<unknown>) => {
    if (event.source !== opener) return
    stop()
    page.opener = null // nothing more is to be said to it
    onArrival(readClip(event.data, event.origin, page.origin))
  }
  const stop = () => page.removeEventListener('message', listen)
  page.addEventListener('message', listen)
  // Whose page it is cannot be known yet; that somebody listens is no secret.
  opener.postMessage(CLIP_READY, '*')
  return stop
}
