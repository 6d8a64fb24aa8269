import type { InstrumentAnswer, InstrumentDraft } from '@chorus/contracts/instruments'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { saveDraft } from '../api/instruments.ts'

/** A pause in writing after which the draft is saved. */
const pauseMilliseconds = 1000

/** The draft as it is written, and how far it is saved: by itself after each pause, and one save at a time. */
export function useDraft({ id, revision, content }: InstrumentAnswer) {
  const [draft, setDraft] = useState(content)
  const [saved, setSaved] = useState({ revision, content })
  const saving = useMutation({
    mutationFn: (written: InstrumentDraft) => saveDraft(id, { revision: saved.revision, content: written }),
    onSuccess: (answer, written) => setSaved({ revision: answer.revision, content: written }),
  })
  const isSaved = draft === saved.content
  const { isPending, isError, mutate } = saving
  useEffect(() => {
    if (isSaved || isPending || isError) return
    const timer = setTimeout(() => mutate(draft), pauseMilliseconds)
    return () => clearTimeout(timer)
  }, [draft, isSaved, isPending, isError, mutate])
  useEffect(() => {
    if (isSaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isSaved])
  return {
    draft,
    change: setDraft,
    isSaved,
    revision: saved.revision,
    problem: saving.error,
    retry: () => mutate(draft),
  }
}
