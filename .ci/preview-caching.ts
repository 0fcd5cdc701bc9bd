import type { OutgoingHttpHeaders } from 'node:http'
import type { Plugin } from 'vite'

/**
 * Lets `vite preview` serve as a static host should: what has the hash of its content in its name is kept by the browser, which
 * then keeps what it has compiled of it too. And from this machine to itself nothing is packed: that takes longer than sending it.
 */
export function previewCaching(): Plugin {
  return {
    name: 'factmark:preview-caching',
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        delete request.headers['accept-encoding']
        if (!request.url?.startsWith('/assets/')) return next()
        const { writeHead } = response
        const withCaching = (status: number, headers: OutgoingHttpHeaders = {}) =>
          writeHead.call(
            response,
            status,
            isPage(headers) || isPage(response.getHeaders()) ? headers : { ...headers, ...KEPT },
          )
        response.writeHead = withCaching as typeof writeHead
        next()
      })
    },
  }
}

const KEPT = { 'Cache-Control': 'max-age=31536000, immutable' } // a year, in seconds

/** A page is answered in place of a file that is not there. */
function isPage(headers: OutgoingHttpHeaders): boolean {
  return Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'content-type' && String(value).startsWith('text/html'),
  )
}
