/** Takes back what a transaction wrote. `false` when it has ended already, or is about to: then its `done` tells how. */
export function abortTransaction(transaction: { abort(): void }): boolean {
  try {
    transaction.abort()
    return true
  } catch {
    return false
  }
}
