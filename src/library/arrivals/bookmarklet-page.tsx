import { Bookmark, Copy } from 'lucide-react'
import { useState, type MouseEvent } from 'react'
import { Link } from 'wouter'
import { MAX_BYTES } from '../../intake/detect-format.ts'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { TextArea } from '../../ui/field.tsx'
import { Part } from '../../ui/part.tsx'
import { pageWords } from '../../wording/page-words.ts'
import { bookmarklet } from './bookmarklet.ts'
import './arrivals.css'

/** Explains the bookmarklet that hands a page over, and gives it away: to drag, or to copy. */
export function BookmarkletPage() {
  const [told, setTold] = useState<'clicked' | 'copied' | 'not-copied' | null>(null)
  const { bookmarklet: said } = pageWords.arrivals
  const home = location.origin + location.pathname
  const code = bookmarklet({ address: `${home}#/clip`, limit: MAX_BYTES, blocked: said.blocked })
  const explain = (event: MouseEvent) => {
    event.preventDefault()
    setTold('clicked')
  }
  return (
    <main className="arrivals-page">
      <h1>{said.title}</h1>
      <p>{said.what}</p>
      <Part title={said.byMouse}>
        <ol className="arrivals-page-steps">
          {said.mouseSteps.map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>
          {/* React writes no such address, and this page could not run it: it is here to be dragged away. */}
          <a
            ref={link => link?.setAttribute('href', code)}
            className="button button-outlined arrivals-page-bookmark"
            onClick={explain}
            onAuxClick={explain}
          >
            <Bookmark size={16} aria-hidden />
            {said.name}
          </a>
        </p>
      </Part>
      <Part title={said.byKeys}>
        <ol className="arrivals-page-steps">
          {said.keySteps.map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>
          <Button
            look="outlined"
            icon={<Copy size={16} aria-hidden />}
            onClick={() => void copyText(code).then(done => setTold(done ? 'copied' : 'not-copied'))}
          >
            {said.copy}
          </Button>
        </p>
        {told === 'not-copied' && (
          <TextArea label={said.code} readOnly value={code} onFocus={event => event.currentTarget.select()} />
        )}
      </Part>
      <p role="status">{told !== null && said.told[told]}</p>
      <Part title={said.goodToKnow}>
        <ul className="arrivals-page-notes">
          <li>{said.leadsTo(home)}</li>
          {said.notes.map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Part>
      <p className="arrivals-page-links">
        <Link href="/new">{pageWords.library.newArticle}</Link>
      </p>
    </main>
  )
}
