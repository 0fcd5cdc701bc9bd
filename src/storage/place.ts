/**
 * Leaves a write to its transaction, without waiting for the answer: when it fails, the transaction does, and says why. So the
 * transaction can be committed while the page is busy.
 */
export function place(write: Promise<unknown>): void {
  write.catch(() => {})
}
