import { useLayoutEffect } from 'react'

/** Digits choose, Enter goes on. Arrows stay with the browser: they move inside the radio group without going on. */
export function useAnswerKeys(
  points: readonly number[],
  act: { choose: (answer: number) => void; next: () => void },
): void {
  // Before the next key can come: two keys in quick succession are two answers.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // What is typed into a question of the page's own, such as whether anybody is there, is no answer.
      if (document.querySelector('dialog[open]') || isWrittenInto(event.target)) return
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      const digit = /^\d$/.test(event.key) ? Number(event.key) : undefined
      if (digit !== undefined && points.includes(digit)) act.choose(digit)
      else if (event.key === 'Enter' && !actsOnEnter(event.target)) act.next()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}

function isWrittenInto(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('textarea, input[type="checkbox"]') !== null
}

function actsOnEnter(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, summary') !== null
}
