import type { InstrumentDraft } from '@chorus/contracts/instruments'
import { draftScaleOf } from '@chorus/instruments/draft-scales'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { localised } from '../../../lib/i18n/localised.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { instrumentsQuery } from '../api/instruments.ts'
import { emptyScale, freeId } from './change-draft.ts'

/** A scale of one's own, or one that Chorus brings and this questionnaire does not have yet. */
export function AddScale({
  draft,
  before,
  onChange,
}: {
  draft: InstrumentDraft
  before: InstrumentDraft | null
  onChange: (draft: InstrumentDraft) => void
}) {
  const { t, locale } = useTexts()
  const [chosen, setChosen] = useState('')
  const library = useQuery(instrumentsQuery).data?.library.scales ?? []
  const offered = library.filter(({ id }) => !draft.scales.some((scale) => scale.id === id))
  const add = () => {
    const scale = offered.find(({ id }) => id === chosen)
    const added = scale ? draftScaleOf(scale, draft.languages) : emptyScale(freeId('scale', [draft, before]))
    onChange({ ...draft, scales: [...draft.scales, added] })
    setChosen('')
  }
  return (
    <Card labelledBy="add-scale">
      <h2 id="add-scale">{t('instruments.add-scale')}</h2>
      <Choice
        label={t('instruments.which-scale')}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        options={[
          ['', t('instruments.own-scale')],
          ...offered.map(({ id, name }) => [id, localised(name, locale).text] as const),
        ]}
      />
      <div>
        <Button onClick={add}>{t('instruments.add')}</Button>
      </div>
    </Card>
  )
}
