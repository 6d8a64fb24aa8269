import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import { recognitionQuery, recognitionsQuery, stepOut, takeBack } from './api/recognitions.ts'
import { RecognitionText, useThanked } from './recognition-text.tsx'

/** One of them. @param thread what others say to it */
export function RecognitionPage({ recognition: id, thread }: { recognition: string; thread: ReactNode }) {
  const { t } = useTexts()
  const thanked = useThanked()
  const client = useQueryClient()
  const navigate = useNavigate()
  const leaving = useMutation({
    mutationFn: (leave: (id: string) => Promise<void>) => leave(id),
    onSuccess: async () => {
      await navigate({ to: '/recognition' })
      client.removeQueries({ queryKey: recognitionQuery(id).queryKey })
      await client.invalidateQueries({ queryKey: recognitionsQuery.queryKey })
    },
  })
  return (
    <Loaded query={useQuery(recognitionQuery(id))} title={t('recognition.title')}>
      {(recognition) => (
        <div className="stack stack-wide">
          <PageTitle title={t('recognition.to', { names: thanked(recognition) })} />
          <Card as="article">
            <RecognitionText recognition={recognition} />
            {recognition.aboutMe && (
              <div className="stack stack-tight">
                <p className="small soft measure">
                  {t(
                    recognition.people.length === 1
                      ? 'recognition.step-out-alone'
                      : 'recognition.step-out-words',
                  )}
                </p>
                <div>
                  <Button busy={leaving.isPending} onClick={() => leaving.mutate(stepOut)}>
                    {t('recognition.step-out')}
                  </Button>
                </div>
              </div>
            )}
            {recognition.mine && (
              <div>
                <SureButton
                  label={t('community.take-back')}
                  title={t('written.sure')}
                  words={t('written.sure-words')}
                  busy={leaving.isPending}
                  error={leaving.error}
                  onSure={() => leaving.mutate(takeBack)}
                />
              </div>
            )}
            {leaving.error && <ProblemNotice error={leaving.error} />}
          </Card>
          {thread}
        </div>
      )}
    </Loaded>
  )
}
