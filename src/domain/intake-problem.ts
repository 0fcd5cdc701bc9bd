/** The kinds of file that become an article. */
export const ARTICLE_FORMATS = ['text', 'markdown', 'html', 'mhtml', 'docx', 'pdf'] as const

export type ArticleFormat = (typeof ARTICLE_FORMATS)[number]

/** Kinds of file that are known and hold texts, but cannot be read here. */
export type UnreadFormat = 'old-word' | 'rich-text' | 'open-document' | 'spreadsheet' | 'presentation' | 'zip'

/** Why a text or a file could not become an article. */
export type IntakeProblem =
  | { readonly kind: 'empty' }
  /** It holds NUL characters, as pictures and programs do. */
  | { readonly kind: 'binary' }
  /** Neither UTF-8 nor UTF-16 with a byte order mark, nor what a web page says of itself. */
  | { readonly kind: 'not-utf8' }
  /** `limit` counts UTF-16 code units. */
  | { readonly kind: 'too-long'; readonly limit: number }
  /** `limit` counts bytes. */
  | { readonly kind: 'too-large'; readonly limit: number }
  /** Moved, changed or forbidden since it was chosen: the browser does not say which. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'unread-format'; readonly format: UnreadFormat }
  /** It begins like a file of this kind and does not go on like one. */
  | { readonly kind: 'broken'; readonly format: ArticleFormat }
  /** It opens with a password only. */
  | { readonly kind: 'locked'; readonly format: ArticleFormat }
  /** It has pages, and no letters on them: a scan, or pictures alone. */
  | { readonly kind: 'no-text'; readonly format: ArticleFormat }
  /** Lists, quotations or tables within each other beyond what a set may hold. */
  | { readonly kind: 'too-deep' }
  /** `limit` counts bytes once unpacked. */
  | { readonly kind: 'unpacks-too-large'; readonly limit: number }
  /** The person did not want to wait. */
  | { readonly kind: 'cancelled' }
