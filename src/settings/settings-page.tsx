import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Checkbox, RadioGroup } from '../ui/choice.tsx'
import { Part } from '../ui/part.tsx'
import { words } from '../wording/words.ts'
import './settings-page.css'

interface SettingsPageProps {
  /** How to tell others of a problem. */
  readonly report: ReactNode
}

/** What this device remembers of the person's wishes, and how to tell of a problem. */
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
        <p>{words.settings.storageIntro}</p>
        <p>
          <Link href="/storage">{words.settings.toStorage}</Link>
        </p>
      </Part>
      <Part title={words.signing.title}>
        <p>{words.signing.settingsIntro}</p>
        <p>
          <Link href="/signing">{words.signing.toKeys}</Link>
        </p>
      </Part>
      <Part title={words.trouble.title}>
        <p>{words.trouble.reportHelp}</p>
        {report}
      </Part>
    </main>
  )
}

const THEMES = ['system', 'light', 'dark'] as const
