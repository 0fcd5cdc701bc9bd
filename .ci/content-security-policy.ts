import type { Plugin } from 'vite'

/** What built pages may do: run and show what came with them, and reach nothing else. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** What a server of the built pages should send; of static hosts many send none, so the pages carry the policy too. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** Puts the policy into built pages, before anything that it could stop. In development Vite needs inline scripts. */
export function contentSecurityPolicy(): Plugin {
  const meta = { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY }
  return {
    name: 'factmark:content-security-policy',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: () => [{ tag: 'meta', attrs: meta, injectTo: 'head-prepend' }],
    },
  }
}
