import type { AddedChannel } from '@chorus/contracts/channels'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { AddChannel } from './add-channel.tsx'
import { channelsQuery } from './api/channels.ts'
import { mailSettingsQuery } from './api/mail-settings.ts'
import { Bounces } from './bounces.tsx'
import { ChannelEntry } from './channel-entry.tsx'
import { MailSettingsForm } from './mail-settings-form.tsx'
import './channels-page.css'

/** When mails leave, which channels are told of waves, and how providers say which mails came back. */
export function ChannelsPage({
  mayChangeMails,
  mayConnect,
}: {
  mayChangeMails: boolean
  mayConnect: boolean
}) {
  const { t } = useTexts()
  const [added, setAdded] = useState<AddedChannel | null>(null)
  const settings = useQuery(mailSettingsQuery)
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('channels.title')} />
        <p className="lead soft">{t('channels.lead')}</p>
      </div>
      <Card labelledBy="channels-mails">
        <h2 id="channels-mails">{t('channels.mails')}</h2>
        <p className="measure">{t('quiet.lead-all')}</p>
        <Loaded query={settings}>
          {(found) => <MailSettingsForm settings={found} mayChange={mayChangeMails} />}
        </Loaded>
      </Card>
      <Card labelledBy="channels-list">
        <h2 id="channels-list">{t('channels.list')}</h2>
        <p className="measure">{t('channels.no-person')}</p>
        {added?.signingKey && <SigningKey name={added.channel.name} signingKey={added.signingKey} />}
        <Loaded query={useQuery(channelsQuery)}>
          {({ ready, channels }) => (
            <>
              {!ready && <p className="measure">{t('problem.channels-not-ready')}</p>}
              {channels.length === 0 ? (
                <p className="soft">{t('channels.none')}</p>
              ) : (
                <ul className="channel-list">
                  {channels.map((channel) => (
                    <ChannelEntry key={channel.id} channel={channel} />
                  ))}
                </ul>
              )}
            </>
          )}
        </Loaded>
      </Card>
      <Card labelledBy="channels-add">
        <h2 id="channels-add">{t('channels.add')}</h2>
        <AddChannel onAdded={setAdded} />
      </Card>
      {mayConnect && <Bounces />}
    </div>
  )
}

/** The only time that the key can be read. */
function SigningKey({ name, signingKey }: { name: string; signingKey: string }) {
  const { t } = useTexts()
  return (
    <Notice tone="good" title={t('channels.signing-key', { name })}>
      <p>{t('channels.signing-words')}</p>
      <p className="signing-key">
        <code dir="ltr">{signingKey}</code>
      </p>
    </Notice>
  )
}
