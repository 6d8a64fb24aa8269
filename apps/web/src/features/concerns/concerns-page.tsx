import type { ListedConcern } from '@chorus/contracts/concerns'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { concernStateWords } from '../../lib/i18n/concern-state.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { concernsQuery } from './api/concerns.ts'
import { OneConcern } from './one-concern.tsx'

/** What was sent to the reader, the longest waiting first. Nothing is opened before somebody asks for it: that tells the sender. */
export function ConcernsPage() {
  const { t } = useTexts()
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('concerns.title')} />
        <p className="lead soft">{t('concerns.lead')}</p>
      </div>
      <Loaded query={useQuery(concernsQuery)}>
        {({ concerns }) => (
          <>
            {concerns.length === 0 && <p className="measure">{t('concerns.none')}</p>}
            <ul className="stack">
              {concerns.map((concern) => (
                <Listed key={concern.id} concern={concern} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </div>
  )
}

function Listed({ concern }: { concern: ListedConcern }) {
  const { t, locale } = useTexts()
  const [isOpen, setOpen] = useState(false)
  const { waitingSince, eraseOn } = concern
  const heading = t('concerns.of-day', { day: showDay(concern.day, locale) })
  const facts = [
    t(concernStateWords[concern.state]),
    concern.as === 'escalation' ? t('concerns.left', { office: concern.office }) : concern.office,
    waitingSince && t('concerns.waiting', { day: showDay(waitingSince, locale) }),
    eraseOn && t('concerns.erased', { day: showDay(eraseOn, locale) }),
  ]
  return (
    <Card as="li" labelledBy={`concern-${concern.id}`}>
      <h2 id={`concern-${concern.id}`}>{heading}</h2>
      <Facts facts={facts} />
      {isOpen ? (
        <OneConcern id={concern.id} />
      ) : (
        <div>
          <Button
            look="main"
            aria-label={t('concerns.read-named', { concern: heading })}
            onClick={() => setOpen(true)}
          >
            {t('concerns.read')}
          </Button>
        </div>
      )}
    </Card>
  )
}
