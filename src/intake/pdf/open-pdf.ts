import { getDocument, PDFWorker, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist'

/** A document that is open in a worker of its own, until it is closed. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy
  close(): void
}

/**
 * Opens a PDF with pdf.js, which then evaluates nothing, draws nothing and fetches nothing: only words are asked of it.
 * Rejects with what pdf.js says of a file that it cannot open, and with an `AbortError` when the person cancels.
 */
export async function openPdf(bytes: Uint8Array, signal: AbortSignal): Promise<OpenPdf> {
  const port = new Worker(new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url), { type: 'module' })
  const worker = PDFWorker.create({ port })
  const close = () => {
    worker.destroy()
    port.terminate() // whatever it is busy with
  }
  const stopped = new Promise<never>((_, reject) => {
    const stop = () => {
      close()
      reject(signal.reason as Error)
    }
    signal.addEventListener('abort', stop, { once: true })
    port.addEventListener('error', event => {
      event.preventDefault()
      reject(new Error('The worker has failed'))
    })
  })
  try {
    const opening = getDocument({ ...WORDS_ONLY, data: bytes, worker })
    return { document: await Promise.race([opening.promise, stopped]), close }
  } catch (fault) {
    close()
    throw fault
  }
}

const WORDS_ONLY = {
  isEvalSupported: false,
  useWasm: false, // pictures only
  useWorkerFetch: false,
  useSystemFonts: false,
  disableFontFace: true,
  disableAutoFetch: true,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  enableXfa: false,
  verbosity: VerbosityLevel.ERRORS,
} as const
