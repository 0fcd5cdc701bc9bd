import { Button } from '../ui/button.tsx'
import { words } from '../wording/words.ts'
import { SaveRaw } from './save-raw.tsx'
import './recovery-page.css'

/** In place of a library that a newer program wrote: nothing can be done here but to reload, or to take out what is there. */
export function NewerLibrary() {
  return (
    <main className="recovery-page">
      <header>
        <h1>{words.backup.recoveryNewer}</h1>
        <p role="alert">{words.backup.newerHelp}</p>
      </header>
      <div>
        <Button look="solid" onClick={() => window.location.reload()}>
          {words.common.reload}
        </Button>
      </div>
      <SaveRaw />
    </main>
  )
}
