import type { Evidence } from '../domain/annotation.ts'

/** A source at an address, with what else a file says of it. Other tools do not say which way a source points. */
export function sourceAt(url: string, known: Partial<Evidence> = {}): Evidence {
  return {
    question: '',
    url,
    title: '',
    publisher: '',
    excerpt: '',
    stance: 'context',
    kind: 'secondary',
    published: '',
    accessed: '',
    archivedUrl: '',
    ...known,
  }
}
