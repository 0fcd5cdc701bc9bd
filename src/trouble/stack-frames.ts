const FRAMES = 8 // of the place where it was thrown and what led there

// Chromium writes "    at name (address:line:column)", Firefox and Safari "name@address:line:column".
const FRAME = /^\s*at (?:[\w.$<>[\] ]+ \()?\S+:\d+:\d+\)?$|^[\w.$<>/*]*@\S+:\d+:\d+$/

/**
 * Where an error was thrown: at most eight frames, without its message (which may quote what was being worked on) and
 * without the host of the addresses. Nothing for what is not an error.
 */
export function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return []
  return error.stack
    .replace(error.message, '') // its lines might look like frames
    .split('\n')
    .filter(line => FRAME.test(line))
    .slice(0, FRAMES)
    .map(line => line.trim().replace(/[a-z-]+:\/\/[^/\s)]*/g, ''))
}
