import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/**
 * Installs the first of these Debian packages that can be had. Does nothing where packages come otherwise, or without the right to.
 * @param {readonly string[]} names
 */
export function aptInstall(names) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return
  apt(['update'])
  for (const name of names) {
    console.log(`Trying \`apt-get install ${name}\`…`)
    if (apt(['install', '--yes', '--no-install-recommends', name])) return
  }
}

/** @param {readonly string[]} words */
function apt(words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', words, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
}
