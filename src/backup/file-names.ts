/** A file name that says what it is, the day and the minute, in the time zone of the device: `factmark-backup-2026-11-20-1402.factmark`. */
export function backupFileName(at: Date, kind: 'backup' | 'snapshot' = 'backup'): string {
  return `factmark-${kind}-${timeOf(at)}.factmark`
}

/** The name of a file with what could still be read of a damaged library. */
export function rawFileName(at: Date): string {
  return `factmark-rescued-${timeOf(at)}.jsonl`
}

function timeOf(at: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day}-${two(at.getHours())}${two(at.getMinutes())}`
}
