import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type OwnConcern, ownConcernsIn } from '../../lib/device/own-concerns.ts'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { SixWords } from '../../ui/six-words.tsx'
import { SixWordsForm } from '../../ui/six-words-form.tsx'
import { sealedConcernAnswersQuery } from './api/concern.ts'
import { Conversation } from './conversation.tsx'

/** What was answered to concerns of this device, or to one whose six words somebody has. No sign-in, and nobody learns for which one looks. */
export function ConcernAnswersPage({ organisation }: { organisation: string }) {
  const { t, locale } = useTexts()
  const [own, setOwn] = useState(() => ownOf(organisation))
  const [secret, setSecret] = useState<string>()
  // Downloaded by whoever opens this page, with or without a concern of their own.
  const query = useQuery(sealedConcernAnswersQuery(organisation))
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('concern.answers')} />
        <p className="lead soft">{t('concern.answers-lead')}</p>
      </div>
      <Loaded query={query}>
        {(sealed) => (
          <>
            {own.map((one) => (
              <Card key={one.id} labelledBy={`concern-${one.id}`}>
                <h2 id={`concern-${one.id}`}>
                  {t('concern.of-day', { day: showDay(one.readableOn, locale) })}
                </h2>
                <Conversation secret={one.id} organisation={organisation} sealed={sealed} />
                <Disclosure summary={t('replies.words')}>
                  <p className="measure">{t('concern.words-hint')}</p>
                  <SixWords secret={one.id} />
                  <div>
                    <Button
                      onClick={() => {
                        ownConcernsIn().drop(one.id)
                        setOwn(ownOf(organisation))
                      }}
                    >
                      {t('concern.forget')}
                    </Button>
                  </div>
                </Disclosure>
              </Card>
            ))}
            <Card labelledBy="six-words">
              <h2 id="six-words">{t('replies.have')}</h2>
              <SixWordsForm onSecret={setSecret} />
              {secret && (
                <Conversation key={secret} secret={secret} organisation={organisation} sealed={sealed} />
              )}
            </Card>
          </>
        )}
      </Loaded>
    </div>
  )
}

function ownOf(organisation: string): readonly OwnConcern[] {
  return ownConcernsIn()
    .all()
    .filter((one) => one.organisation === organisation)
}
