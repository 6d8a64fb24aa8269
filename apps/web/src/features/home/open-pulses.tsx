import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { invitationsQuery } from './api/invitations.ts'
import { PaperCard } from './paper-card.tsx'
import { PulseCard } from './pulse-card.tsx'

/** What there is to answer now, first of all on the page. */
export function OpenPulses() {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(invitationsQuery)}>
      {({ invitations, onPaper }) =>
        invitations.length + onPaper.length === 0 ? (
          <Card as="div">
            <h2>{t('home.nothing')}</h2>
            <p className="soft">{t('home.nothing-words')}</p>
          </Card>
        ) : (
          <div className="stack">
            {invitations.map((invitation) => (
              <PulseCard key={invitation.wave} invitation={invitation} />
            ))}
            {onPaper.map((pulse) => (
              <PaperCard key={pulse.wave} pulse={pulse} />
            ))}
          </div>
        )
      }
    </Loaded>
  )
}
