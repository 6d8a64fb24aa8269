import type { InstrumentsAnswer } from '@chorus/contracts/set-up'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Choice } from '../../ui/choice.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { instrumentsQuery } from './api/instruments.ts'
import { ScaleDetails } from './scale-details.tsx'
import { StepForm } from './step-form.tsx'
import type { StepProps } from './step-props.ts'

export function InstrumentStep(props: StepProps) {
  return (
    <Loaded query={useQuery(instrumentsQuery)}>
      {({ instruments }) => <ChooseInstrument {...props} instruments={instruments} />}
    </Loaded>
  )
}

function ChooseInstrument({
  draft,
  keep,
  back,
  busy,
  error,
  instruments,
}: StepProps & { instruments: InstrumentsAnswer['instruments'] }) {
  const { t, locale } = useTexts()
  const [chosen, setChosen] = useState(draft.instrument)
  const shown = instruments.find(({ id }) => id === chosen) ?? instruments[0]
  return (
    <StepForm
      title={t('set-up.step.instrument')}
      nextWords={t('set-up.next')}
      onNext={() => shown && keep({ instrument: shown.id })}
      onBack={back}
      busy={busy}
      error={error}
    >
      <Choice
        label={t('set-up.step.instrument')}
        options={instruments.map(({ id, name }) => [id, localised(name, locale).text])}
        value={shown?.id}
        onChange={(event) => setChosen(event.target.value)}
      />
      <p className="measure">{t('set-up.instrument.words')}</p>
      {shown?.scales.map((scale) => (
        <ScaleDetails key={scale.id} scale={scale} />
      ))}
    </StepForm>
  )
}
