import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { showStamp } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Table } from '../../ui/table.tsx'
import { auditTrailQuery } from './api/audit-trail.ts'

const pageSize = 25

export function Trail() {
  const { t, locale } = useTexts()
  const [shown, setShown] = useState(pageSize)
  return (
    <section className="stack" aria-labelledby="trust-trail">
      <h2 id="trust-trail">{t('trust.trail')}</h2>
      <p className="measure">{t('trust.trail-words')}</p>
      <Loaded query={useQuery(auditTrailQuery)}>
        {({ events }) =>
          events.length === 0 ? (
            <p className="soft">{t('trust.trail-empty')}</p>
          ) : (
            <>
              <Table
                caption={t('trust.trail-caption', {
                  shown: Math.min(shown, events.length),
                  all: events.length,
                })}
                columns={[t('trust.when'), t('trust.who'), t('trust.what'), t('trust.which')]}
              >
                {events.slice(0, shown).map((event) => (
                  <tr key={`${event.at} ${event.actor} ${event.action} ${event.subject}`}>
                    <td className="trust-when">{showStamp(event.at, locale)}</td>
                    <td>{event.actor}</td>
                    <td lang="en">{event.action}</td>
                    <td>{event.subject}</td>
                  </tr>
                ))}
              </Table>
              {shown < events.length && (
                <div>
                  <Button onClick={() => setShown(shown + pageSize)}>{t('trust.trail-more')}</Button>
                </div>
              )}
            </>
          )
        }
      </Loaded>
    </section>
  )
}
