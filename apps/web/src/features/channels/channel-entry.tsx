import type { Channel } from '@chorus/contracts/channels'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { tryChannel } from './api/channels.ts'
import { RemoveChannel } from './remove-channel.tsx'

export function ChannelEntry({ channel }: { channel: Channel }) {
  const { t } = useTexts()
  const [removing, setRemoving] = useState(false)
  const trying = useMutation({ mutationFn: () => tryChannel(channel.id) })
  const { name, kind, host, events, failed } = channel
  return (
    <li className="stack">
      <div>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <p className="small soft">
          {t(`channels.kind.${kind}`)}: <bdi>{host}</bdi>
        </p>
        <p className="small">{events.map((event) => t(`channels.event.${event}`)).join(' · ')}</p>
      </div>
      {failed.map(({ event, label, trouble, isGivenUp }) => (
        <Notice key={`${event} ${label}`} tone="problem">
          <p>{t('channels.failed', { event: t(`channels.event.${event}`), label })}</p>
          <p>
            {t(`channels.trouble.${trouble}`)} {t(isGivenUp ? 'channels.given-up' : 'channels.again')}
          </p>
        </Notice>
      ))}
      {trying.data && (
        <Notice tone={trying.data.trouble === null ? 'good' : 'problem'}>
          <p>
            {t(trying.data.trouble === null ? 'channels.tried' : `channels.trouble.${trying.data.trouble}`)}
          </p>
        </Notice>
      )}
      {trying.error && <ProblemNotice error={trying.error} />}
      <div className="row">
        <Button busy={trying.isPending} onClick={() => trying.mutate()}>
          {t(trying.isPending ? 'shared.working' : 'channels.try')}
        </Button>
        <Button
          look="quiet"
          aria-label={t('channels.remove-named', { name })}
          onClick={() => setRemoving(true)}
        >
          {t('channels.remove')}
        </Button>
      </div>
      {removing && <RemoveChannel id={channel.id} name={name} onClose={() => setRemoving(false)} />}
    </li>
  )
}
