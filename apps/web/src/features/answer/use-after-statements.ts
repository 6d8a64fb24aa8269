import { useEffect, useState } from 'react'
import { needLaterWords } from './later-words.ts'

type After = typeof import('./after-statements.tsx')

/** Undefined until it has come, which is long before it is needed; where the network is gone, it comes when that is back. */
export function useAfterStatements(): After | undefined {
  const [after, setAfter] = useState<After>()
  useEffect(() => {
    const load = () => {
      void Promise.all([import('./after-statements.tsx'), needLaterWords()]).then(
        ([come]) => setAfter(come),
        () => undefined,
      )
    }
    load()
    addEventListener('online', load)
    return () => removeEventListener('online', load)
  }, [])
  return after
}
