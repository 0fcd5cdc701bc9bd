/** The answer of a request that may fail alone: its transaction goes on, where the browser would abort it. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = event => {
      event.preventDefault()
      event.stopPropagation()
      reject(request.error ?? new Error('A request failed without a reason.'))
    }
  })
}
