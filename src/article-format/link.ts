import { Mark } from '@tiptap/core'
import { isSafeLink } from '../domain/article-content.ts'

/** A link to the web or to a mail address. What is unsafe is neither taken in nor ever rendered as a link. */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({
    href: {
      isRequired: true,
      validate(href: unknown): void {
        if (!isSafe(href)) throw new RangeError('A link must lead to a web or mail address.')
      },
    },
  }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: element => (isSafe(element.getAttribute('href')) ? null : false) }],
  renderHTML: ({ HTMLAttributes: { href } }) => (isSafe(href) ? ['a', { href, ...UNTRACED }, 0] : ['span', 0]),
})

// The other side learns nothing of the article or of the page it was opened from.
const UNTRACED = { target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' }

function isSafe(href: unknown): href is string {
  return typeof href === 'string' && isSafeLink(href)
}
