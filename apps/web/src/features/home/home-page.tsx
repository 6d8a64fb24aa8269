import type { Role, Session } from '@chorus/contracts/session'
import type { ReactNode } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { Attention } from './attention.tsx'
import { OpenPulses } from './open-pulses.tsx'
import { PlaceGroups } from './place-groups.tsx'

/** They have work here beside answering, and find the ways to it before the climate of their own team. */
const runChorus: readonly Role[] = ['hr', 'administrator', 'auditor']

/** @param children the climate of the reader's own units */
export function HomePage({ session, children }: { session: Session; children: ReactNode }) {
  const { t } = useTexts()
  const hasWork = session.roles.some((role) => runChorus.includes(role))
  return (
    <div className="stack stack-wide">
      <div className="stack stack-tight">
        <p className="soft">
          {session.organisation.name} · {session.unit.name}
        </p>
        <PageTitle title={t('home.title', { name: givenName(session.person.name) })} />
      </div>
      {hasWork && <Attention roles={session.roles} />}
      <OpenPulses />
      {!hasWork && children}
      <PlaceGroups session={session} where="start" />
      {hasWork && children}
    </div>
  )
}

function givenName(name: string): string {
  return name.split(' ')[0] ?? name
}
