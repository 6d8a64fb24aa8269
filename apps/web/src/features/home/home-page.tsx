import type { Session } from '@chorus/contracts/session'
import type { ReactNode } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { OpenPulses } from './open-pulses.tsx'
import { Places } from './places.tsx'
import './home-page.css'

/** @param children what stands between the open pulses and the ways onwards */
export function HomePage({ session, children }: { session: Session; children: ReactNode }) {
  const { t } = useTexts()
  return (
    <div className="stack stack-wide">
      <div className="stack stack-tight">
        <p className="soft">
          {session.organisation.name} · {session.unit.name}
        </p>
        <PageTitle title={t('home.title', { name: givenName(session.person.name) })} />
      </div>
      <OpenPulses />
      {children}
      <Places session={session} />
    </div>
  )
}

function givenName(name: string): string {
  return name.split(' ')[0] ?? name
}
