import { useEffect, useRef } from 'react'
import type { PreparedFile } from '../exchange/prepared-file.ts'

type Act = (file: PreparedFile) => void

/**
 * Does something with the file, at once or when it is there: whoever types a publisher and goes straight on to a button changes
 * the file by leaving the field, and clicked all the same. What was asked of another choice is forgotten.
 */
export function useWhenThere(file: PreparedFile | null, choice: string): (act: Act) => void {
  const asked = useRef<{ readonly of: string; readonly act: Act } | null>(null)
  useEffect(() => {
    if (asked.current?.of !== choice) asked.current = null
    if (!file || !asked.current) return
    const { act } = asked.current
    asked.current = null
    act(file)
  }, [file, choice])
  return act => {
    if (file) act(file)
    else asked.current = { of: choice, act }
  }
}
