import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import { CRUISE_OPTIONS } from './import-rules.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Applies the import rules to the folders given, below `baseDir`.
 * @param {string} baseDir
 * @param {readonly string[]} folders
 * @param {import('dependency-cruiser').ICruiseOptions} [options]
 */
export async function checkImports(baseDir, folders, options = CRUISE_OPTIONS) {
  const { output } = await cruise([...folders], { ...options, baseDir })
  if (typeof output === 'string') throw new Error('dependency-cruiser was asked for an object')
  const cruised = new Set(output.modules.map(module => module.source))
  const violations = output.summary.violations.map(({ from, to, rule }) => ({ from, to, rule: rule.name }))
  return { violations, missed: sources(baseDir, folders).filter(file => !cruised.has(file)), cruised: cruised.size }
}

/**
 * Every source on disk must have been looked at: with a compiler it cannot use, dependency-cruiser finds no module
 * and passes.
 * @param {string} baseDir
 * @param {readonly string[]} folders
 */
function sources(baseDir, folders) {
  return folders.flatMap(folder =>
    readdirSync(`${baseDir}/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter(file => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
      .map(file => `${folder}/${file.replaceAll('\\', '/')}`),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { violations, missed, cruised } = await checkImports(root, ['src', 'e2e'])
  for (const { from, to, rule } of violations) console.error(`${from} -> ${to}: ${rule}`)
  for (const file of missed) console.error(`${file}: not looked at`)
  console.log(`${cruised} modules, ${violations.length} forbidden imports, ${missed.length} modules not looked at`)
  process.exitCode = violations.length + missed.length > 0 ? 1 : 0
}
