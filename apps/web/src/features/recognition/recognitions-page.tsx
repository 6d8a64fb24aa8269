import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { recognitionsQuery } from './api/recognitions.ts'
import { GiveRecognition } from './give-recognition.tsx'
import { RecognitionText, useThanked } from './recognition-text.tsx'
import './recognition.css'

/** Thanks in public, newest first. They are not counted, sorted or summed up by person anywhere. */
export function RecognitionsPage() {
  const { t } = useTexts()
  const thanked = useThanked()
  const query = useInfiniteQuery(recognitionsQuery)
  const [sent, setSent] = useState(0)
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('recognition.title')} />
        <p className="lead soft">{t('recognition.lead')}</p>
        <p className="measure small soft">{t('recognition.no-count')}</p>
      </div>
      <Disclosure key={sent} summary={t('recognition.give')}>
        <GiveRecognition onSent={() => setSent((times) => times + 1)} />
      </Disclosure>
      <p className="visually-hidden" role="status">
        {sent > 0 ? t('recognition.sent') : ''}
      </p>
      <Loaded query={query}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.recognitions)
          return (
            <>
              {all.length === 0 && <p className="measure">{t('recognition.none')}</p>}
              <ul className="stack">
                {all.map((one) => (
                  <Card as="li" key={one.id}>
                    <h2 className="thanks-title" dir="auto">
                      <Link to="/recognition/$recognition" params={{ recognition: one.id }}>
                        {t('recognition.to', { names: thanked(one) })}
                      </Link>
                    </h2>
                    <RecognitionText recognition={one} />
                  </Card>
                ))}
              </ul>
              {query.hasNextPage && (
                <div>
                  <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {t('recognition.older')}
                  </Button>
                </div>
              )}
            </>
          )
        }}
      </Loaded>
    </div>
  )
}
