import { createHmac } from 'node:crypto'
import type { ChannelEvent, ChannelKind } from '@chorus/contracts/channels'
import { showMoment } from '../mail/show-moment.ts'
import { mailTexts } from '../mail/texts.ts'
import type { ChannelSecret } from './channel-lock.ts'

/** What a channel is told: the same for everybody who reads it, with the public address of a page and never a personal link. */
export type ChannelMessage = {
  /** `trial`: somebody tries whether a channel can be reached. */
  readonly event: ChannelEvent | 'trial'
  /** The same when it is sent again. */
  readonly delivery: string
  readonly organisation: string
  readonly label: string
  readonly closesAt: Date | null
  /** IANA name: the close is told in local time. */
  readonly zone: string
  readonly address: string
  readonly language: string
}

type Document = { readonly body: string; readonly headers: Readonly<Record<string, string>> }

/** The message as the other side wants it. */
export function documentOf(
  kind: ChannelKind,
  message: ChannelMessage,
  { signingKey }: ChannelSecret,
  now: Date,
): Document {
  const words = wordsOf(message)
  switch (kind) {
    case 'slack':
      return { body: JSON.stringify(asSlackMessage(words)), headers: {} }
    case 'teams':
      return { body: JSON.stringify(asAdaptiveCard(words)), headers: {} }
    case 'webhook': {
      const { event, delivery, organisation, label, closesAt, address } = message
      const body = JSON.stringify({
        event,
        delivery,
        organisation,
        wave: label,
        closes: closesAt?.toISOString() ?? null,
        address,
        text: words.text,
      })
      return { body, headers: signed(body, signingKey ?? '', now) }
    }
  }
}

type Words = { title: string; text: string; button: string; address: string }

function wordsOf({ event, organisation, label, closesAt, zone, address, language }: ChannelMessage): Words {
  const { t, locale } = mailTexts(language)
  const button = t(event === 'results-out' ? 'results.open' : 'answer')
  if (event === 'trial')
    return {
      title: t('channel.trial.title'),
      text: t('channel.trial.text', { organisation }),
      button,
      address,
    }
  if (event === 'results-out')
    return { title: t('channel.results.title', { label }), text: t('channel.results.text'), button, address }
  const moment = closesAt === null ? '' : showMoment(closesAt, locale, zone)
  return {
    title: t('channel.open.title', { label, organisation }),
    text: t('channel.open.text', { moment }),
    button,
    address,
  }
}

/** Slack, incoming webhooks: blocks, and the text that notifications show. */
function asSlackMessage({ title, text, button, address }: Words) {
  return {
    text: `${title} ${text}`,
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title.slice(0, 150) } },
      { type: 'section', text: { type: 'plain_text', text } },
      {
        type: 'actions',
        elements: [{ type: 'button', text: { type: 'plain_text', text: button }, url: address }],
      },
    ],
  }
}

/** Microsoft Teams, "When a Teams webhook request is received" of Workflows: a message with one Adaptive Card. */
function asAdaptiveCard({ title, text, button, address }: Words) {
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            { type: 'TextBlock', size: 'Large', weight: 'Bolder', wrap: true, text: title },
            { type: 'TextBlock', wrap: true, text },
          ],
          actions: [{ type: 'Action.OpenUrl', title: button, url: address }],
        },
      },
    ],
  }
}

/**
 * `Chorus-Signature: t=<seconds since 1970>,v1=<hex>`: HMAC-SHA256, under the bytes of the signing key, of the seconds, a full stop and
 * the body as sent. Whoever checks it also refuses what is older than five minutes.
 */
function signed(body: string, signingKey: string, now: Date): Record<string, string> {
  const seconds = Math.floor(now.getTime() / 1000)
  const signature = createHmac('sha256', Buffer.from(signingKey, 'base64url'))
    .update(`${seconds}.${body}`)
    .digest('hex')
  return { 'chorus-signature': `t=${seconds},v1=${signature}` }
}
