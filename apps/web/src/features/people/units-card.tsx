import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EditUnit, type UnitWork } from './edit-unit.tsx'
import { type UnitRow, unitOptions } from './unit-options.ts'

const works: readonly UnitWork[] = ['add', 'rename', 'move', 'join', 'close']
/** The whole organisation can be renamed and added to, no more. */
const worksOfRoot: readonly UnitWork[] = ['add', 'rename']

export function UnitsCard({ units }: { units: readonly UnitRow[] }) {
  const { t } = useTexts()
  const [chosen, setChosen] = useState<string | null>(null)
  const [work, setWork] = useState<UnitWork | null>(null)
  const [done, setDone] = useState(false)
  const unit = units.find(({ id }) => id === chosen) ?? units[0]
  if (!unit) return null
  const begin = (next: UnitWork) => {
    setDone(false)
    setWork(next)
  }
  return (
    <Card labelledBy="people-units">
      <h2 id="people-units">{t('people.units')}</h2>
      <p className="soft">{t('people.units-words')}</p>
      <Choice
        label={t('people.unit')}
        value={unit.id}
        onChange={(event) => {
          setDone(false)
          setChosen(event.target.value)
        }}
        options={unitOptions(units)}
      />
      <div className="row">
        {(unit.parent === null ? worksOfRoot : works).map((one) => (
          <Button key={one} onClick={() => begin(one)}>
            {t(`people.unit-${one}`)}
          </Button>
        ))}
      </div>
      {done && (
        <Notice tone="good">
          <p>{t('people.done')}</p>
        </Notice>
      )}
      {work && (
        <EditUnit
          work={work}
          unit={unit}
          units={units}
          onDone={() => setDone(true)}
          onClose={() => setWork(null)}
        />
      )}
    </Card>
  )
}
