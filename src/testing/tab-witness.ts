import type { RecordId } from '../domain/identifiers.ts'
import { supersedes, versionHash, type Version } from '../domain/version.ts'
import type { SceneTab } from './tab-scene.ts'

/** Remembers what a tab had in view, to say which of its versions claim to have seen more than that. */
export interface TabWitness {
  /** The tab begins to type in a record: what it writes there may claim what is in view now. */
  typing(tab: SceneTab, id: RecordId): void
  /** What was typed in a record said nothing new, so nothing was written of it. */
  typedNothing(tab: SceneTab, id: RecordId): void
  /** After something happened: what was written meanwhile and claims to have seen what its tab had not in view. */
  overwritten(tab: SceneTab): readonly Version[]
  /** The tab is loaded again: nothing is being typed there any more. */
  forget(tab: SceneTab): void
}

/** A witness that has seen nothing yet. */
export function aTabWitness(): TabWitness {
  const views = new Map<SceneTab, ReadonlySet<string>>()
  const typed = new Map<SceneTab, Map<RecordId, ReadonlySet<string>>>()
  const typedIn = (tab: SceneTab) => typed.get(tab) ?? typed.set(tab, new Map()).get(tab)!
  return {
    typing(tab, id) {
      if (!typedIn(tab).has(id)) typedIn(tab).set(id, hashesOf(tab))
    },
    typedNothing: (tab, id) => void typedIn(tab).delete(id),
    overwritten(tab) {
      const before = views.get(tab) ?? hashesOf(tab)
      const isOwn = ({ dot: [device] }: Version) => device === tab.state().lease?.device
      const inView = versionsOf(tab)
      const written = inView.filter(version => isOwn(version) && !before.has(versionHash(version)))
      const claims = written.filter(version => {
        const known = typedIn(tab).get(version.id) ?? before
        typedIn(tab).delete(version.id)
        return inView.some(
          other =>
            other.id === version.id && !isOwn(other) && supersedes(version, other) && !known.has(versionHash(other)),
        )
      })
      views.set(tab, new Set([...before, ...inView.map(versionHash)]))
      return claims
    },
    forget(tab) {
      typed.delete(tab)
      views.delete(tab)
    },
  }
}

function versionsOf(tab: SceneTab): readonly Version[] {
  return [...(tab.state().open?.versions.values() ?? [])].flat().filter(({ record }) => record === 'annotation')
}

function hashesOf(tab: SceneTab): ReadonlySet<string> {
  return new Set(versionsOf(tab).map(versionHash))
}
