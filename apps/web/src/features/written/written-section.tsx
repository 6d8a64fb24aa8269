import type { Written } from '@chorus/contracts/commons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { showStamp } from '../../lib/format/dates.ts'
import { targetWords } from '../../lib/i18n/target-words.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { MentionText } from '../../ui/mention-text.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { takeBack, writtenAddress, writtenQuery } from './api/written.ts'

type Text = Written['texts'][number]

/** Everything that one wrote in the learning loop. @param linkTo a link to the page of a subject */
export function WrittenSection({ linkTo }: { linkTo: (subject: NonNullable<Text['subject']>) => ReactNode }) {
  const { t } = useTexts()
  return (
    <section className="stack" aria-labelledby="stored-written">
      <h2 id="stored-written">{t('written.title')}</h2>
      <p className="measure">{t('written.lead')}</p>
      <Loaded query={useQuery(writtenQuery)}>
        {({ texts, followedTags, reports }) => (
          <>
            {texts.length === 0 && <p className="soft">{t('written.none')}</p>}
            <ul className="stack">
              {texts.map((text) => (
                <WrittenText
                  key={`${text.kind} ${text.id}`}
                  text={text}
                  link={text.subject && linkTo(text.subject)}
                />
              ))}
            </ul>
            {followedTags.length > 0 && (
              <p dir="auto">{t('written.tags', { tags: followedTags.join(', ') })}</p>
            )}
            {reports.length > 0 && <p>{t('written.reports', { count: reports.length })}</p>}
            <p>
              <a className={buttonClass('plain')} href={writtenAddress} download="chorus-learning.json">
                {t('written.file')}
              </a>
            </p>
          </>
        )}
      </Loaded>
    </section>
  )
}

function WrittenText({ text, link }: { text: Text; link: ReactNode }) {
  const { t, locale } = useTexts()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const taking = useMutation({
    mutationFn: () => takeBack(text),
    // What is gone stands in many lists.
    onSuccess: () => client.invalidateQueries(),
  })
  return (
    <Card as="li">
      <p className="small soft">
        {t(targetWords[text.kind])}
        {' · '}
        {showStamp(text.at, locale)}
      </p>
      {link && <p>{link}</p>}
      <div className="stack stack-tight">
        {text.texts.map((words) => (
          <MentionText key={words} text={words} />
        ))}
      </div>
      <div>
        <Button look="quiet" onClick={() => setAsking(true)}>
          {t('written.take-back')}
        </Button>
      </div>
      {isAsking && (
        <Dialog title={t('written.sure')} onClose={() => setAsking(false)}>
          <p>{t('written.sure-words')}</p>
          {taking.error && <ProblemNotice error={taking.error} />}
          <div className="row">
            <Button look="main" busy={taking.isPending} onClick={() => taking.mutate()}>
              {t('written.take-back')}
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t('shared.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </Card>
  )
}
