import { useState, type ReactNode } from 'react'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox, RadioGroup } from '../ui/choice.tsx'
import { words } from '../wording/words.ts'
import { EraseDialog } from './erase-dialog.tsx'
import { StorageReport } from './storage-report.tsx'
import './settings-page.css'

interface SettingsPageProps {
  /** How to tell others of a problem. */
  readonly report: ReactNode
}

/** What this device remembers of the person's wishes, what it keeps, and how to erase it. */
export function SettingsPage({ report }: SettingsPageProps) {
  const store = useReviewStore()
  const { theme, singleKeys, advanceAfterTag } = useReview(state => state.settings)
  const change = store.getState().changeSettings
  return (
    <main className="settings-page">
      <h1>{words.settings.title}</h1>
      <Part title={words.settings.appearance}>
        <RadioGroup
          legend={words.settings.theme}
          layout="row"
          options={THEMES.map(value => ({ value, label: words.settings.themes[value] }))}
          value={theme}
          onChange={value => change({ theme: value })}
        />
      </Part>
      <Part title={words.settings.keyboard}>
        <Checkbox
          label={words.settings.singleKeys}
          help={words.settings.singleKeysHelp}
          checked={singleKeys}
          onChange={checked => change({ singleKeys: checked })}
        />
        <Checkbox
          label={words.settings.advance}
          help={words.settings.advanceHelp}
          checked={advanceAfterTag}
          onChange={checked => change({ advanceAfterTag: checked })}
        />
      </Part>
      <Part title={words.settings.storage}>
        <StorageReport />
        <Eraser />
      </Part>
      <Part title={words.trouble.title}>
        <p>{words.trouble.reportHelp}</p>
        {report}
      </Part>
    </main>
  )
}

const THEMES = ['system', 'light', 'dark'] as const

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="settings-page-part">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Eraser() {
  const [isAsking, setAsking] = useState(false)
  return (
    <div className="settings-page-erase">
      <p>{words.settings.eraseHelp}</p>
      <Button look="danger" onClick={() => setAsking(true)}>
        {words.settings.erase}
      </Button>
      {isAsking && <EraseDialog onClose={() => setAsking(false)} />}
    </div>
  )
}
