import { NO_FILTER } from '../domain/library.ts'
import type { Ports } from './ports.ts'
import { currentTally } from './selectors.ts'
import type { Slice, ViewSlice } from './review-state.ts'

const REMEMBER_AFTER = 500 // ms after the last move of cursor or scroll place before it is kept

export const createViewSlice =
  ({ now }: Ports): Slice<ViewSlice> =>
  (set, get) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const rememberSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => get().rememberView(), REMEMBER_AFTER)
    }

    return {
      cursor: null,
      selection: null,
      selected: null,
      helpShown: false,
      chosen: new Set(),
      filter: NO_FILTER,
      topOffset: 0,
      focusRequest: null,
      announcement: null,
      notice: null,
      placeCursor(cursor) {
        set(cursor ? { cursor, resumable: null } : { cursor })
        rememberSoon()
      },
      selectText: selection => set({ selection }),
      select: selected => set({ selected }),
      choose(id, isChosen) {
        const chosen = new Set(get().chosen)
        if (isChosen) chosen.add(id)
        else chosen.delete(id)
        set({ chosen })
      },
      chooseOnly: ids => set({ chosen: new Set(ids) }),
      changeFilter(filter) {
        set(state => ({ filter: { ...state.filter, ...filter }, resumable: null }))
        rememberSoon()
      },
      scrolledTo(topOffset) {
        if (topOffset === get().topOffset) return
        set({ topOffset })
        rememberSoon()
      },
      requestFocus: focusRequest => set({ focusRequest }),
      showHelp: helpShown => set({ helpShown }),
      announce: announcement => set({ announcement }),
      notify: notice => set({ notice }),
      resume() {
        const { resumable, open } = get()
        if (!resumable || !open) return
        const { segment, filter, topOffset } = resumable
        const cursor = segment !== null && segment < open.segments.length ? { anchor: segment, head: segment } : null
        set({
          cursor,
          filter,
          topOffset,
          resumable: null,
          focusRequest: { target: 'article', id: null },
        })
      },
      dismissResume: () => set({ resumable: null }),
      rememberView() {
        clearTimeout(timer)
        const { open, cursor, filter, topOffset, resumable } = get()
        // What is offered for resuming stays as it is until the person goes on or begins something else.
        if (!open || resumable) return
        const article = open.article.id
        const viewState = {
          article,
          segment: cursor?.head ?? null,
          topOffset,
          filter,
          left: new Date(now()).toISOString(),
        }
        const tally = currentTally(get())
        if (tally) set(state => ({ tallies: { ...state.tallies, [article]: tally } }))
        get().saveQuietly({
          viewState,
          ...(tally ? { tallies: [tally] } : {}),
        })
      },
    }
  }
