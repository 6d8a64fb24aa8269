import type { Invitations } from '@chorus/contracts/collect'
import { useId } from 'react'
import { showMoment } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'

/** An open wave that the reader answers with a sheet. Whether that was done is known to nobody. */
export function PaperCard({ pulse }: { pulse: Invitations['onPaper'][number] }) {
  const { t, locale } = useTexts()
  const id = useId()
  return (
    <Card as="article" labelledBy={id}>
      <p className="eyebrow">{t('home.paper.eyebrow')}</p>
      <h2 id={id}>{pulse.label}</h2>
      <p>{t('home.paper.words', { moment: showMoment(pulse.closes, locale) })}</p>
    </Card>
  )
}
