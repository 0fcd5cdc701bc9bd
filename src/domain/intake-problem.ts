/** Why a text or a file could not become an article. */
export type IntakeProblem =
  | { readonly kind: 'empty' }
  /** It holds NUL characters, as pictures and programs do. */
  | { readonly kind: 'binary' }
  /** Neither UTF-8 nor UTF-16 with a byte order mark. */
  | { readonly kind: 'not-utf8' }
  /** `limit` counts UTF-16 code units. */
  | { readonly kind: 'too-long'; readonly limit: number }
  /** `limit` counts bytes. */
  | { readonly kind: 'too-large'; readonly limit: number }
