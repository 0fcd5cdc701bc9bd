/** What goes wrong with every writing until it is told otherwise. Each is something that browsers do. */
export type FaultKind = 'quota' | 'abort' | 'request-error' | 'closed' | 'clone'

/** What the page's `faults` can be told, once `injectFaults` has run in it. */
export interface FaultControl {
  begin(kind: FaultKind): void
  /** Nothing fails any more. */
  end(): void
}

/**
 * Wraps IndexedDB in a page, before anything else runs there, so that writing can be made to fail. Called by Playwright
 * inside of the page: it sees nothing of this file.
 */
export function injectFaults(): void {
  let kind: FaultKind | null = null

  const begin = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    if (kind === 'closed' && mode === 'readwrite') this.close()
    return begin.call(this, stores, mode, options)
  }

  const put = IDBObjectStore.prototype.put
  IDBObjectStore.prototype.put = function (value, key) {
    if (kind === 'clone') throw new DOMException('Injected: it cannot be copied.', 'DataCloneError')
    const request = put.call(this, value, key)
    if (kind === 'request-error') failInstead(request)
    return request
  }

  const { commit } = IDBTransaction.prototype
  IDBTransaction.prototype.commit = function () {
    if (kind === 'quota') abort(this, new DOMException('Injected: the disk is full.', 'QuotaExceededError'))
    else if (kind === 'abort') abort(this, null)
    else if (kind !== 'request-error') commit.call(this) // what is committed cannot be made to fail any more
  }

  function failInstead(request: IDBRequest): void {
    request.addEventListener('success', event => {
      event.stopImmediatePropagation()
      const error = new DOMException('Injected: the request failed.', 'UnknownError')
      Object.defineProperty(request, 'error', { value: error })
      const told = new Event('error', { bubbles: true, cancelable: true })
      request.dispatchEvent(told)
      if (!told.defaultPrevented) abort(request.transaction!, error)
    })
  }

  function abort(transaction: IDBTransaction, reason: DOMException | null): void {
    if (transaction.error) return
    Object.defineProperty(transaction, 'error', { value: reason })
    transaction.abort()
  }

  const control: FaultControl = {
    begin: next => void (kind = next),
    end: () => void (kind = null),
  }
  Object.assign(window, { faults: control })
}

/** Notes in the page's `said` each text that the status shows, in order. Called inside of the page. */
export function noteStatus(): void {
  const said: string[] = []
  const note = () => {
    const text = document.querySelector('header [role="status"]')?.textContent ?? ''
    if (text !== said.at(-1)) said.push(text)
  }
  new MutationObserver(note).observe(document, { childList: true, characterData: true, subtree: true })
  Object.assign(window, { said })
}
