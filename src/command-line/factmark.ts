import { nodeWorld } from './node-world.ts'
import { run } from './run.ts'

// Not `process.exit`: what is on its way to a pipe would be cut off.
process.exitCode = await run(process.argv.slice(2), nodeWorld())
