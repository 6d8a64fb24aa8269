import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

/** Work that can take long, and that stops when somebody says so or leaves the page. */
export function useStoppable<In, Out>(
  work: (input: In, signal: AbortSignal) => Promise<Out>,
  { onDone, onStopped }: { onDone: (out: Out) => unknown; onStopped: () => void },
) {
  const stopper = useRef<AbortController>(undefined)
  const working = useMutation({
    mutationFn: (input: In) => {
      stopper.current = new AbortController()
      return work(input, stopper.current.signal)
    },
    onSuccess: onDone,
  })
  useEffect(() => () => stopper.current?.abort(), [])
  const stop = () => {
    // Before the request is taken back: what it fails with is nobody's concern any more.
    working.reset()
    stopper.current?.abort()
    onStopped()
  }
  return { working, stop }
}
