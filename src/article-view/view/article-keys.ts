import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { ReviewStore } from '../../store/review-store.ts'
import { matchKey } from '../keys/match-key.ts'
import { runKeyCommand } from '../keys/run-key-command.ts'
import { catchUp } from './catch-up.ts'

/** Hands key presses in the article to the commands of the keyboard table. */
export const ArticleKeys = Extension.create<{ store: ReviewStore }>({
  name: 'articleKeys',
  // Before the guard, which swallows Enter and Delete.
  priority: 10_001,
  addProseMirrorPlugins() {
    const { store } = this.options
    return [
      new Plugin({
        props: {
          handleKeyDown(view, event) {
            if (event.isComposing) return false
            const command = matchKey(event, store.getState().settings.singleKeys)
            if (!command) return false
            catchUp(view)
            runKeyCommand(command, store)
            event.preventDefault()
            return true
          },
        },
      }),
    ]
  },
})
