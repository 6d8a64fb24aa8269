import { useEffect, useState } from 'react'
import { needProblemWords } from './problem-words.ts'

type After = typeof import('./after-statements.tsx')

/** Undefined until it has come, which is long before it is needed; where the network is gone, it comes when that is back. */
export function useAfterStatements(): After | undefined {
  const [after, setAfter] = useState<After>()
  useEffect(() => {
    const load = () => {
      void needProblemWords()
      void import('./after-statements.tsx').then(setAfter, () => undefined)
    }
    load()
    addEventListener('online', load)
    return () => removeEventListener('online', load)
  }, [])
  return after
}
