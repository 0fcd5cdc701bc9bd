import { useEffect, useEffectEvent, useState } from 'react'
import { Link } from 'wouter'
import { pageWords } from '../../wording/page-words.ts'
import { takeShared, type SharedThings } from './take-shared.ts'
import './arrivals.css'

interface SharedPageProps {
  /** Whether the service worker refused to keep what was shared last. */
  readonly isRefused: boolean
  /** Takes what was shared, as files that were opened. */
  readonly onTake: (files: readonly File[]) => void
}

/** Where sharing with the installed program leads: on to the page for new articles, or to why there is nothing. */
export function SharedPage({ isRefused, onTake }: SharedPageProps) {
  const [addresses, setAddresses] = useState<readonly string[] | null>(null)
  const { shared } = pageWords.arrivals
  const settle = useEffectEvent((taken: SharedThings) => {
    if (taken.files.length > 0) onTake(taken.files)
    else setAddresses(taken.addresses)
  })
  useEffect(() => {
    void takeShared('caches' in window ? window.caches : undefined, pageWords.arrivals.shared.unnamed).then(settle)
  }, [])
  if (addresses === null) return null
  const [address] = addresses
  return (
    <main className="arrivals-page">
      <h1>{shared.title}</h1>
      <p role="status">{isRefused ? shared.refused : address === undefined ? shared.nothing : shared.addressOnly}</p>
      {address !== undefined && (
        <>
          <p>
            <a href={address} target="_blank" rel="noopener noreferrer" referrerPolicy="no-referrer">
              {address}
            </a>
          </p>
          <ul className="arrivals-page-notes">
            {shared.instead.map(way => (
              <li key={way}>{way}</li>
            ))}
          </ul>
        </>
      )}
      <p className="arrivals-page-links">
        <Link href="/new">{pageWords.library.newArticle}</Link>
        <Link href="/bookmarklet">{pageWords.arrivals.clip.how}</Link>
      </p>
    </main>
  )
}
