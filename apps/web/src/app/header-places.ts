import type { Role } from '@chorus/contracts/session'
import type { LinkProps } from '@tanstack/react-router'
import type { MessageId } from '../lib/i18n/message-id.ts'

type HeaderPlace = {
  readonly to: NonNullable<LinkProps['to']>
  readonly label: MessageId
  readonly roles: readonly Role[]
}

export const headerPlaces: readonly HeaderPlace[] = [
  { to: '/', label: 'shell.home', roles: ['employee'] },
  { to: '/reports', label: 'shell.reports', roles: ['manager', 'stand-in', 'hr', 'part-hr'] },
  { to: '/learning', label: 'community.learning', roles: ['employee'] },
  { to: '/programmes', label: 'shell.programmes', roles: ['hr', 'auditor'] },
  { to: '/organisation', label: 'shell.organisation', roles: ['hr'] },
  { to: '/trust', label: 'shell.trust', roles: ['hr', 'auditor'] },
  {
    to: '/settings',
    label: 'settings.title',
    roles: ['manager', 'stand-in', 'hr', 'part-hr', 'administrator'],
  },
]
