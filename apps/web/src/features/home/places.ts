import type { Role } from '@chorus/contracts/session'
import type { LinkProps } from '@tanstack/react-router'
import type { MessageId } from '../../lib/i18n/message-id.ts'

type Group = (typeof groups)[number]

type Place = {
  readonly to: NonNullable<LinkProps['to']>
  readonly title: MessageId
  readonly words: MessageId
  readonly roles: readonly Role[]
  readonly group: Group
  /** Seldom needed: it stands among the settings, not on the start page. */
  readonly isSetting?: true
}

/** In the order in which they are read. */
const groups = ['results', 'programmes', 'people', 'rules', 'connections', 'own'] as const

/** What the roles open on the start page or among the settings, in groups; none is empty. */
export function placesInGroups(
  roles: readonly Role[],
  where: 'start' | 'settings',
): { readonly group: Group; readonly places: readonly Place[] }[] {
  const open = places.filter(
    (place) =>
      (place.isSetting === true) === (where === 'settings') &&
      place.roles.some((role) => roles.includes(role)),
  )
  return groups.flatMap((group) => {
    const some = open.filter((place) => place.group === group)
    return some.length === 0 ? [] : [{ group, places: some }]
  })
}

/** Every page that the start page or the settings lead to. */
export const places: readonly Place[] = [
  {
    to: '/reports',
    title: 'home.reports',
    words: 'home.reports-words',
    roles: ['hr', 'part-hr', 'stand-in'],
    group: 'results',
  },
  {
    to: '/programmes',
    title: 'home.programmes',
    words: 'home.programmes-words',
    roles: ['hr', 'auditor'],
    group: 'programmes',
  },
  { to: '/set-up', title: 'set-up.title', words: 'set-up.home-words', roles: ['hr'], group: 'programmes' },
  {
    to: '/instruments',
    title: 'home.instruments',
    words: 'home.instruments-words',
    roles: ['hr'],
    group: 'programmes',
  },
  {
    to: '/jobs',
    title: 'jobs.title',
    words: 'jobs.card-words',
    roles: ['hr', 'administrator', 'auditor'],
    group: 'programmes',
  },
  {
    to: '/people',
    title: 'people.title',
    words: 'people.place-words',
    roles: ['hr', 'part-hr', 'administrator'],
    group: 'people',
  },
  {
    to: '/organisation',
    title: 'home.organisation',
    words: 'home.organisation-words',
    roles: ['hr'],
    group: 'people',
  },
  {
    to: '/trusted-persons',
    title: 'trusted.title',
    words: 'trusted.place',
    roles: ['hr'],
    group: 'rules',
    isSetting: true,
  },
  {
    to: '/moderation',
    title: 'moderation.title',
    words: 'moderation.place',
    roles: ['hr'],
    group: 'rules',
  },
  { to: '/trust', title: 'home.trust', words: 'home.trust-words', roles: ['hr', 'auditor'], group: 'rules' },
  { to: '/stored', title: 'home.stored', words: 'home.stored-words', roles: ['employee'], group: 'own' },
  {
    to: '/receipts',
    title: 'home.receipts',
    words: 'home.receipts-words',
    roles: ['employee'],
    group: 'own',
  },
  {
    to: '/sessions',
    title: 'home.sessions',
    words: 'home.sessions-words',
    roles: ['employee'],
    group: 'own',
  },
  {
    to: '/rights',
    title: 'rights.title',
    words: 'rights.place',
    roles: ['hr', 'administrator'],
    group: 'people',
    isSetting: true,
  },
  {
    to: '/delegation',
    title: 'delegation.title',
    words: 'delegation.place',
    roles: ['manager', 'stand-in', 'hr', 'part-hr'],
    group: 'people',
    isSetting: true,
  },
  {
    to: '/channels',
    title: 'channels.title',
    words: 'channels.card-words',
    roles: ['hr', 'administrator'],
    group: 'connections',
    isSetting: true,
  },
  {
    to: '/scim',
    title: 'scim.title',
    words: 'scim.place-words',
    roles: ['administrator'],
    group: 'connections',
    isSetting: true,
  },
  {
    to: '/sign-in-settings',
    title: 'home.sign-in-settings',
    words: 'home.sign-in-settings-words',
    roles: ['administrator'],
    group: 'connections',
    isSetting: true,
  },
  {
    to: '/tokens',
    title: 'tokens.title',
    words: 'settings.tokens-words',
    roles: ['manager', 'hr', 'part-hr'],
    group: 'own',
    isSetting: true,
  },
  {
    to: '/password',
    title: 'home.password',
    words: 'home.password-words',
    roles: ['administrator'],
    group: 'own',
    isSetting: true,
  },
]
