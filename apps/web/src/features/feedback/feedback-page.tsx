import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { myFeedbackQuery } from './api/feedback.ts'
import { AskForFeedback } from './ask-for-feedback.tsx'
import { AskedOfMe } from './asked-of-me.tsx'
import { GivenItem } from './given-item.tsx'
import { OwnRequest } from './own-request.tsx'
import { ReceivedItem } from './received-item.tsx'
import { WriteUnasked } from './write-unasked.tsx'
import './feedback.css'

/** Feedback between two people: what one received, is asked for, gave and asked for. */
export function FeedbackPage() {
  const { t } = useTexts()
  const [sent, setSent] = useState(0)
  const onSent = () => setSent((times) => times + 1)
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('feedback.title')} />
        <p className="lead soft">{t('feedback.lead')}</p>
        <Notice title={t('feedback.who-reads')}>
          <p className="measure">{t('feedback.who-reads-words')}</p>
        </Notice>
      </div>
      <p className="visually-hidden" role="status">
        {sent > 0 ? t('feedback.sent') : ''}
      </p>
      <Loaded query={useQuery(myFeedbackQuery)}>
        {({ askedOfMe, received, asked, given }) => (
          <>
            {askedOfMe.length > 0 && (
              <section className="stack" aria-labelledby="feedback-asked-of-me">
                <h2 id="feedback-asked-of-me">{t('feedback.asked-of-me')}</h2>
                <ul className="stack">
                  {askedOfMe.map((one) => (
                    <AskedOfMe key={one.id} request={one} onSent={onSent} />
                  ))}
                </ul>
              </section>
            )}
            <section className="stack" aria-labelledby="feedback-received">
              <h2 id="feedback-received">{t('feedback.received')}</h2>
              {received.length === 0 && <p className="measure">{t('feedback.received-none')}</p>}
              <ul className="stack">
                {received.map((one) => (
                  <ReceivedItem key={one.id} feedback={one} />
                ))}
              </ul>
            </section>
            <Card as="div">
              <Disclosure key={`ask ${sent}`} summary={t('feedback.ask')}>
                <AskForFeedback onSent={onSent} />
              </Disclosure>
              <Disclosure key={`give ${sent}`} summary={t('feedback.give')}>
                <WriteUnasked onSent={onSent} />
              </Disclosure>
            </Card>
            {asked.length > 0 && (
              <section className="stack" aria-labelledby="feedback-asked">
                <h2 id="feedback-asked">{t('feedback.asked')}</h2>
                <ul className="stack">
                  {asked.map((one) => (
                    <OwnRequest key={one.id} request={one} />
                  ))}
                </ul>
              </section>
            )}
            {given.length > 0 && (
              <section className="stack" aria-labelledby="feedback-given">
                <h2 id="feedback-given">{t('feedback.given')}</h2>
                <ul className="stack">
                  {given.map((one) => (
                    <GivenItem key={one.id} feedback={one} />
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </Loaded>
    </div>
  )
}
