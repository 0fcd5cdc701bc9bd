import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Checkbox, RadioGroup } from '../ui/choice.tsx'
import { Part } from '../ui/part.tsx'
import { pageWords } from '../wording/page-words.ts'
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
      <h1>{pageWords.settings.title}</h1>
      <Part title={pageWords.settings.appearance}>
        <RadioGroup
          legend={pageWords.settings.theme}
          layout="row"
          options={THEMES.map(value => ({ value, label: pageWords.settings.themes[value] }))}
          value={theme}
          onChange={value => change({ theme: value })}
        />
      </Part>
      <Part title={pageWords.settings.keyboard}>
        <Checkbox
          label={pageWords.settings.singleKeys}
          help={pageWords.settings.singleKeysHelp}
          checked={singleKeys}
          onChange={checked => change({ singleKeys: checked })}
        />
        <Checkbox
          label={pageWords.settings.advance}
          help={pageWords.settings.advanceHelp}
          checked={advanceAfterTag}
          onChange={checked => change({ advanceAfterTag: checked })}
        />
      </Part>
      <Part title={pageWords.settings.storage}>
        <p>{pageWords.settings.storageIntro}</p>
        <p>
          <Link href="/storage">{pageWords.settings.toStorage}</Link>
        </p>
      </Part>
      <Part title={pageWords.signing.title}>
        <p>{pageWords.signing.settingsIntro}</p>
        <p>
          <Link href="/signing">{pageWords.signing.toKeys}</Link>
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
