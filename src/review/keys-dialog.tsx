import { KEY_TABLE } from '../article-view/keys/key-table.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Dialog } from '../ui/dialog.tsx'
import { words } from '../wording/words.ts'

/** All keys, from the same table that handles them. */
export function KeysDialog() {
  const store = useReviewStore()
  const isShown = useReview(state => state.helpShown)
  if (!isShown) return null
  return (
    <Dialog
      isText
      title={words.review.keys}
      closeLabel={words.common.close}
      onClose={() => store.getState().showHelp(false)}
    >
      <p>{words.review.keysIntro}</p>
      <table className="keys-table">
        <thead>
          <tr>
            <th scope="col">{words.review.key}</th>
            <th scope="col">{words.review.action}</th>
          </tr>
        </thead>
        <tbody>
          {KEY_TABLE.map(({ shown, command }) => (
            <tr key={shown}>
              <td>
                <kbd>{shown}</kbd>
              </td>
              <td>{words.review.keyDoes[command]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
