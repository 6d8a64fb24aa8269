import type { MyReaders } from '@chorus/contracts/delegation'
import { useQuery } from '@tanstack/react-query'
import { type Translate, useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { readersQuery } from './api/delegations.ts'

/** By name, who reads the report of the own team today. */
export function WhoReadsToday() {
  const { t } = useTexts()
  return (
    <section className="stack" aria-labelledby="readers-today">
      <h2 id="readers-today">{t('delegation.readers')}</h2>
      <Loaded query={useQuery(readersQuery)}>
        {({ unit, readers }) => (
          <>
            <p className="measure">{t('delegation.readers-words', { unit })}</p>
            <ul>
              {readers.map((reader) => (
                <li key={`${reader.as} ${reader.name} ${reader.for}`}>{readerWords(reader, t)}</li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </section>
  )
}

function readerWords({ name, as, for: giver }: MyReaders['readers'][number], t: Translate): string {
  if (as === 'stand-in') return t('delegation.reader.stand-in', { name, giver: giver ?? '' })
  return t(as === 'hr' ? 'delegation.reader.hr' : 'delegation.reader.manager', { name })
}
