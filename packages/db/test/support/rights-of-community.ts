import type { RightsOfTables } from './rights-of-tables.ts'

/** The tables of what people write in the open, and of concerns. */
export const communityRights = {
  lesson: { office: 'select insert update delete' },
  community_reply: { office: 'select insert update delete' },
  community_reaction: { office: 'select insert delete' },
  notification: { office: 'select insert delete' },
  concern: { office: 'select delete', urn: 'select insert delete' },
  concern_message: { office: 'select insert', urn: 'select insert delete' },
  concern_month: { office: 'select insert delete', issuer: 'select', urn: 'select' },
  concern_page: { office: 'insert', issuer: 'select' },
  concern_setting: { office: 'select insert update', urn: 'select' },
  trusted_person: { office: 'select insert' },
  followed_tag: { office: 'select insert delete' },
  notification_wish: { office: 'select insert delete' },
  digest_mailing: { office: 'select insert' },
  target_report: { office: 'select insert delete' },
  hidden_target: { office: 'select insert delete' },
  redaction: { office: 'select insert delete' },
  welcome_finished: { office: 'select insert delete' },
  review: { office: 'select insert update delete' },
  review_participant: { office: 'select insert delete' },
  review_section: { office: 'select insert update' },
  experiment: { office: 'select insert update delete' },
} as const satisfies RightsOfTables
