import { useCallback, useEffect, useRef, useState } from 'react'

/** Seconds that the warning stays before the page is cleared. */
export const warnedFor = 60

/**
 * Watches whether anybody is still there. `left` counts seconds down while the warning shows; undefined before. Once the warning shows only
 * `extend` takes it away, as often as one likes: a touch in passing is no answer.
 * @param idleAfter milliseconds without a touch or a key before the warning
 */
export function useIdle(
  idleAfter: number,
  over: () => void,
): { left: number | undefined; extend: () => void } {
  const [left, setLeft] = useState<number>()
  const since = useRef(Date.now())
  const ended = useRef(over)
  ended.current = over
  const extend = useCallback(() => {
    since.current = Date.now()
    setLeft(undefined)
  }, [])
  useEffect(() => {
    const touched = () => {
      if (Date.now() - since.current < idleAfter) since.current = Date.now()
    }
    const look = () => {
      const silent = Date.now() - since.current
      if (silent < idleAfter) return
      const seconds = warnedFor - Math.floor((silent - idleAfter) / 1000)
      if (seconds <= 0) ended.current()
      else setLeft(seconds)
    }
    const timer = setInterval(look, 1000)
    for (const event of activity) addEventListener(event, touched, { passive: true })
    return () => {
      clearInterval(timer)
      for (const event of activity) removeEventListener(event, touched)
    }
  }, [idleAfter])
  return { left, extend }
}

const activity = ['pointerdown', 'pointermove', 'keydown', 'scroll'] as const
