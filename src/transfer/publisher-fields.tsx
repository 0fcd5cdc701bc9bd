import { isWebAddress } from '../domain/article-content.ts'
import { useDraft } from '../store/use-draft.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { TextField } from '../ui/field.tsx'
import { pageWords } from '../wording/page-words.ts'

/** Asks who publishes the checks, and keeps it, so that nobody has to say it twice. */
export function PublisherFields() {
  const store = useReviewStore()
  const publisher = useReview(state => state.settings.publisher)
  const keep = (part: Partial<typeof publisher>) =>
    store.getState().changeSettings({ publisher: { ...store.getState().settings.publisher, ...part } })
  const name = useDraft('publisher', publisher.name, value => keep({ name: value }))
  const url = useDraft('publisher address', publisher.url, value => keep({ url: value.trim() }), isAddressOrEmpty)
  return (
    <div className="publisher-fields">
      <TextField label={pageWords.transfer.publisher} help={pageWords.transfer.publisherHelp} {...name} />
      <TextField
        label={pageWords.transfer.publisherUrl}
        help={pageWords.transfer.publisherUrlHelp}
        problem={isAddressOrEmpty(url.value) ? undefined : pageWords.transfer.publisherUrlProblem}
        inputMode="url"
        dir="ltr"
        {...url}
      />
    </div>
  )
}

function isAddressOrEmpty(text: string): boolean {
  return text.trim() === '' || isWebAddress(text.trim())
}
