import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import manifest from './package.json' with { type: 'json' }
import { contentSecurityPolicy, SECURITY_HEADERS } from './.ci/content-security-policy.ts'
import { offlineManifest } from './.ci/offline-manifest.ts'
import { previewCaching } from './.ci/preview-caching.ts'

const SERVICE_WORKER = 'service-worker'
const LOOPBACK = { host: '127.0.0.1', strictPort: true }

export default defineConfig({
  base: './', // any folder of any static host will do
  define: { 'import.meta.env.FACTMARK_VERSION': JSON.stringify(manifest.version) },
  plugins: [react(), contentSecurityPolicy(), offlineManifest(), previewCaching()],
  server: LOOPBACK,
  preview: { ...LOOPBACK, port: 4173, headers: SECURITY_HEADERS },
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0, // the policy lets no font come from a data: address
    chunkSizeWarningLimit: 1000, // kB, not compressed; .ci/check-size.mjs has the budget
    modulePreload: { polyfill: false }, // every browser that runs the target has it
    rolldownOptions: {
      input: { main: 'index.html', [SERVICE_WORKER]: `src/${SERVICE_WORKER}/${SERVICE_WORKER}.ts` },
      output: {
        // Its address must stay the same from build to build, at the root of what it serves.
        // All that the page starts with in one file: in thirty, a start takes a fifth longer.
        codeSplitting: { groups: [{ name: 'main', test: /src[\\/]main\.tsx$/ }] },
        entryFileNames: chunk => (chunk.name === SERVICE_WORKER ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  test: {
    environment: 'node',
    maxWorkers: '100%', // by itself Vitest leaves one of two cores idle
    isolate: false, // half the time; a test that changes something global puts it back
    testTimeout: 30_000, // ms; two cores may be busy with more than one run
    include: ['src/**/*.test.{ts,tsx}', '.ci/*.test.ts'],
  },
})
