/** Runs in the page before the program: every transaction asks for relaxed durability, whatever the program asks for. */
export function relaxTransactions(): void {
  const { prototype } = IDBDatabase
  const { transaction } = prototype
  prototype.transaction = function (stores, mode, options) {
    return transaction.call(this, stores, mode, { ...options, durability: 'relaxed' })
  }
}
