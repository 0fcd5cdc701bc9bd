/** A day as people read it, such as `23 Nov 2026`, in the time zone of this device. Takes a timestamp or a day. */
export function formatDay(timestamp: string): string {
  return DAY.format(new Date(timestamp))
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })
