import { usualMailSettings } from '@chorus/contracts/quiet-hours'
import type { Mailer } from '@chorus/db/database'
import { withinOrganisation } from '@chorus/db/organisation-scope'
import { type DuePost, type PostOutcome, takePost } from '@chorus/db/stores/channels'
import { organisationsWithPosts } from '@chorus/db/stores/whose'
import { VaultError } from '../vault/vault.ts'
import type { ChannelLock } from './channel-lock.ts'
import { documentOf } from './message.ts'
import { post } from './post.ts'
import type { Reach } from './reach.ts'

/** What telling channels needs. */
export type ChannelParts = {
  readonly lock: ChannelLock
  readonly reach: Reach
  /** The address of the pages, without a slash at its end. */
  readonly address: string
}

const firstPauseMilliseconds = 60_000

/** Sends all messages that are due, each at most once; what fails is due again after a pause that doubles. */
export async function sendPosts(
  parts: ChannelParts & { readonly mailer: Mailer; readonly now: () => Date },
  isStopped: () => boolean = () => false,
): Promise<void> {
  const began = parts.now()
  for (const organisation of await organisationsWithPosts(parts.mailer))
    await withinOrganisation(organisation, async () => {
      while (!isStopped() && (await takePost(parts.mailer, began, (due) => sendPost(parts, due)))) {
        // The next one.
      }
    })
}

async function sendPost(
  parts: ChannelParts & { readonly now: () => Date },
  due: DuePost,
): Promise<PostOutcome> {
  const now = parts.now()
  const isOpen = due.stage === 'open' && due.closesAt > now
  if (due.event === 'wave-open' ? !isOpen : due.stage !== 'published') return 'over'
  const dueAt = new Date(now.getTime() + firstPauseMilliseconds * 2 ** due.attempts)
  try {
    const secret = parts.lock.open(due.organisation, due.locked)
    const document = documentOf(
      due.kind,
      {
        event: due.event,
        delivery: `${due.channel}/${due.wave}/${due.event}`,
        organisation: due.organisationName,
        label: due.label,
        closesAt: due.event === 'wave-open' ? due.closesAt : null,
        zone: due.zone ?? usualMailSettings.zone,
        address: due.event === 'wave-open' ? `${parts.address}/sign-in/${due.wave}` : `${parts.address}/`,
        language: due.language,
      },
      secret,
      now,
    )
    const sent = await post(secret.url, document, parts.reach)
    return sent.ok ? 'sent' : { trouble: sent.error, dueAt }
  } catch (error) {
    if (error instanceof VaultError) return { trouble: 'key-missing', dueAt }
    throw error
  }
}
