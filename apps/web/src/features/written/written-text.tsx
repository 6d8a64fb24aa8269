import type { Written } from '@chorus/contracts/commons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { showStamp } from '../../lib/format/dates.ts'
import { targetWords } from '../../lib/i18n/target-words.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { MentionText } from '../../ui/mention-text.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { takeBack } from './api/written.ts'

export type Text = Written['texts'][number]

/** One text of one's own, with what HR did to it, to be taken back. */
export function WrittenText({ text, link }: { text: Text; link: ReactNode }) {
  const { t, locale } = useTexts()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const taking = useMutation({
    mutationFn: () => takeBack(text),
    // What is gone stands in many lists.
    onSuccess: () => client.invalidateQueries(),
  })
  // The link says the title.
  const words = text.kind === 'reply' ? text.texts : text.texts.filter((one) => one !== text.subject?.title)
  return (
    <li className="stack stack-tight">
      <p className="small soft">
        {t(targetWords[text.kind])}
        {' · '}
        {showStamp(text.at, locale)}
      </p>
      {link && <p>{link}</p>}
      {words.map((one, at) => (
        <MentionText key={at} text={one} />
      ))}
      {text.hidden && (
        <p className="small measure" dir="auto">
          {t('moderation.hidden-mine', { reason: text.hidden.reason })}
        </p>
      )}
      <div>
        <Button onClick={() => setAsking(true)}>{t('written.take-back')}</Button>
      </div>
      {isAsking && (
        <Dialog title={t('written.sure')} onClose={() => setAsking(false)}>
          <p>{t(text.kind === 'reply' ? 'community.take-back-words' : 'written.sure-words')}</p>
          {taking.error && <ProblemNotice error={taking.error} />}
          <div className="dialog-actions">
            <Button onClick={() => setAsking(false)}>{t('shared.cancel')}</Button>
            <Button look="danger" busy={taking.isPending} onClick={() => taking.mutate()}>
              {t('written.take-back')}
            </Button>
          </div>
        </Dialog>
      )}
    </li>
  )
}
