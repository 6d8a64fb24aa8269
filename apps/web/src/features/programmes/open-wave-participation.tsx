import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { programmesQuery } from './api/programmes.ts'
import { ParticipationBand } from './participation-band.tsx'
import './programmes-page.css'

/** Of waves that are still open: the one band of the whole, taken once a day. There is nothing finer to be told. */
export function OpenWaveParticipation() {
  const { t } = useTexts()
  const programmes = useQuery(programmesQuery).data?.programmes ?? []
  const open = programmes.flatMap(({ waves }) => waves.filter(({ stage }) => stage === 'open'))
  return open.map(({ id, label, participation }) => (
    <div key={id} className="stack stack-tight">
      <p>{t('overview.open-wave', { wave: label })}</p>
      <ParticipationBand participation={participation} live />
    </div>
  ))
}
