import type { MyStored } from '@chorus/contracts/stored'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { myStoredQuery } from './api/my-stored.ts'
import { FeedbackRows } from './feedback-rows.tsx'
import { PersonRow } from './person-row.tsx'
import { WaveRows } from './wave-rows.tsx'
import './stored-page.css'

/**
 * The very rows: what the database holds of the person who is signed in, and what it cannot hold.
 * @param children what can be chosen about it
 */
export function StoredPage({ children }: { children?: ReactNode }) {
  const { t } = useTexts()
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('stored.title')} />
        <p className="lead soft">{t('stored.lead')}</p>
      </div>
      <Loaded query={useQuery(myStoredQuery)}>
        {({ waves, person, feedback }) => (
          <>
            <PersonRow person={person} />
            <FeedbackRows feedback={feedback} />
            {byWave(waves).map((places) => (
              <WaveRows key={places[0]?.wave} places={places} />
            ))}
            {waves.length === 0 && (
              <Card as="div">
                <h2>{t('stored.no-wave')}</h2>
                <p>{t('stored.no-wave-words')}</p>
              </Card>
            )}
          </>
        )}
      </Loaded>
      {children}
      <section className="stack" aria-labelledby="stored-never">
        <h2 id="stored-never">{t('stored.never')}</h2>
        <p className="measure">{t('stored.never-words')}</p>
        <p className="measure">{t('stored.comments')}</p>
      </section>
    </div>
  )
}

function byWave(places: MyStored['waves']): MyStored['waves'][] {
  const waves = new Set(places.map(({ wave }) => wave))
  return [...waves].map((wave) => places.filter((place) => place.wave === wave))
}
