import { startTransition, useEffect, useState } from 'react'

const FIRST = 60 // rows: more than a screen shows
const STEP = 40 // rows, drawn in some tens of milliseconds

/** How many of so many rows are drawn: a screenful at once, the others in small steps between which the page answers. */
export function useGrowingCount(total: number): number {
  const [count, setCount] = useState(FIRST)
  const isComplete = count >= total
  useEffect(() => {
    if (isComplete) return
    const timer = setTimeout(() => startTransition(() => setCount(count + STEP)), PAUSE)
    return () => clearTimeout(timer)
  }, [count, isComplete])
  return Math.min(count, total)
}

const PAUSE = 30 // ms in which keys and clicks are answered
