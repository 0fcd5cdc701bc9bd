import { Download } from 'lucide-react'
import { useState } from 'react'
import { type SigningKey } from '../domain/signing-key.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { download } from '../ui/download.ts'
import { formatDay } from '../wording/dates.ts'
import { pageWords } from '../wording/page-words.ts'
import { words } from '../wording/words.ts'
import { Fingerprint } from './fingerprint.tsx'
import { keyFileName } from './key-file-name.ts'
import './signing-form.css'

interface MyKeyProps {
  readonly signingKey: SigningKey
  readonly onSaid: (sentence: string) => void
}

/** The reviewer's key: what others compare, its files, and a way to be rid of it. */
export function MyKey({ signingKey, onSaid }: MyKeyProps) {
  const store = useReviewStore()
  const reviewer = useReview(({ settings, reviewers }) => reviewers[settings.reviewer ?? '']?.name ?? '')
  const [isAsking, setAsking] = useState(false)
  const { algorithm, key, made, sealed } = signingKey
  const hand = (text: string, name: string) => {
    download(new Blob([text], { type: 'application/json' }), name)
    onSaid(pageWords.signing.saved(name))
  }
  const savePublic = async () =>
    hand(await store.getState().publicKeyFile(signingKey, reviewer), keyFileName(reviewer, 'public-key'))
  return (
    <div className="signing-key">
      <dl className="signing-facts">
        <dt>{pageWords.signing.fingerprint}</dt>
        <dd>
          <Fingerprint of={key} />
        </dd>
        <dt>{pageWords.signing.kind}</dt>
        <dd>{algorithm}</dd>
        <dt>{pageWords.signing.since}</dt>
        <dd>{formatDay(made)}</dd>
      </dl>
      <div className="signing-actions">
        <Button look="outlined" icon={<Download size={16} aria-hidden />} onClick={() => void savePublic()}>
          {pageWords.signing.savePublic}
        </Button>
        {sealed !== null && (
          <Button
            look="outlined"
            icon={<Download size={16} aria-hidden />}
            onClick={() => hand(sealed, keyFileName(reviewer, 'key'))}
          >
            {pageWords.signing.saveKey}
          </Button>
        )}
        <Button look="danger" onClick={() => setAsking(true)}>
          {pageWords.signing.remove}
        </Button>
      </div>
      <p className="signing-help">{pageWords.signing.savePublicHelp}</p>
      <p className="signing-help">{sealed === null ? pageWords.signing.staysHere : pageWords.signing.saveKeyHelp}</p>
      {isAsking && (
        <RemoveQuestion
          canBeSaved={sealed !== null}
          onClose={() => setAsking(false)}
          onRemove={() => {
            setAsking(false)
            void store
              .getState()
              .forgetMyKey()
              .then(problem =>
                onSaid(problem ? pageWords.transfer.storageProblem[problem.kind] : pageWords.signing.removed),
              )
          }}
        />
      )}
    </div>
  )
}

interface RemoveQuestionProps {
  readonly canBeSaved: boolean
  readonly onClose: () => void
  readonly onRemove: () => void
}

function RemoveQuestion({ canBeSaved, onClose, onRemove }: RemoveQuestionProps) {
  return (
    <Dialog title={pageWords.signing.removeTitle} closeLabel={words.common.close} onClose={onClose}>
      <p>{canBeSaved ? pageWords.signing.removeSaved : pageWords.signing.removeLost}</p>
      <div className="dialog-actions">
        <Button look="outlined" autoFocus onClick={onClose}>
          {pageWords.signing.keep}
        </Button>
        <Button look="danger" onClick={onRemove}>
          {pageWords.signing.removeNow}
        </Button>
      </div>
    </Dialog>
  )
}
