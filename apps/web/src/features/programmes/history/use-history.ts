import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { type HistoryStep, sendHistory } from '../api/history.ts'

/** The two steps of an import: what it would release, then the release. Either can be stopped, also by leaving the page. */
export function useHistory(programme: string) {
  const client = useQueryClient()
  const stopper = useRef<AbortController>(undefined)
  const send = (step: HistoryStep) => (files: FormData) => {
    stopper.current = new AbortController()
    return sendHistory(programme, step, files, stopper.current.signal)
  }
  const preview = useMutation({ mutationFn: send('preview') })
  const importing = useMutation({
    mutationFn: send('import'),
    onSuccess: () => client.invalidateQueries(),
  })
  useEffect(() => () => stopper.current?.abort(), [])
  const startAgain = () => {
    // Before the request is taken back: what it fails with is nobody's concern any more.
    preview.reset()
    importing.reset()
    stopper.current?.abort()
  }
  return { preview, importing, startAgain }
}
