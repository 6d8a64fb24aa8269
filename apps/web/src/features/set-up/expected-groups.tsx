import type { SetUpPreview } from '@chorus/contracts/set-up'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { showCount, showNumber, showShare } from '../../lib/format/figures.ts'
import { groupName } from '../../lib/i18n/group-name.ts'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Table } from '../../ui/table.tsx'
import { previewQuery } from './api/set-up.ts'

/** A large organisation has thousands of groups. */
const pageSize = 100

const shares = [30, 40, 50, 60, 70, 80, 90, 100]

/** Which units are reported together and why, and how sure the mean of each group will be. */
export function ExpectedGroups({ version }: { version: number }) {
  const { t, locale } = useTexts()
  const [percent, setPercent] = useState(70)
  return (
    <section className="stack" aria-labelledby="set-up-groups">
      <h3 id="set-up-groups">{t('set-up.preview.groups')}</h3>
      <Choice
        label={t('set-up.preview.participation')}
        options={shares.map((share) => [String(share), showShare(share / 100, t, locale)])}
        value={String(percent)}
        onChange={(event) => setPercent(Number(event.target.value))}
      />
      <Loaded query={useQuery(previewQuery(version, percent / 100))}>
        {(preview) => <Groups preview={preview} />}
      </Loaded>
    </section>
  )
}

function Groups({ preview: { k, measure, groups } }: { preview: SetUpPreview }) {
  const { t, locale } = useTexts()
  const [shown, setShown] = useState(pageSize)
  const joined = groups.filter((group) => group.units.length > 1)
  const spread = { scale: localised(measure.name, locale).text, spread: showNumber(measure.spread, locale) }
  const sure = ({ half, halfOfInvited }: SetUpPreview['groups'][number]) =>
    half === null || halfOfInvited === null
      ? t('set-up.preview.not-shown')
      : t('set-up.preview.sure', {
          half: showNumber(half, locale),
          invited: showNumber(halfOfInvited, locale),
        })
  return (
    <>
      {joined.length > 0 && (
        <ul className="set-up-joined">
          {joined.slice(0, shown).map((group) => (
            <li key={group.label}>
              {t('set-up.preview.joined', {
                units: new Intl.ListFormat(locale, { type: 'conjunction' }).format(group.units),
                k,
              })}
            </li>
          ))}
        </ul>
      )}
      <Table
        caption={t('set-up.preview.caption', { scale: spread.scale })}
        columns={[
          t('set-up.preview.group'),
          t('set-up.people.people'),
          t('set-up.preview.answers'),
          t('set-up.preview.precision'),
        ]}
      >
        {groups.slice(0, shown).map((group) => (
          <tr key={group.label}>
            <th scope="row">{groupName(group.label, t)}</th>
            <td>{showCount(group.people, locale)}</td>
            <td>{showCount(group.answers, locale)}</td>
            <td>{sure(group)}</td>
          </tr>
        ))}
      </Table>
      {groups.length > shown && (
        <div>
          <Button onClick={() => setShown(shown + pageSize)}>{t('trust.trail-more')}</Button>
        </div>
      )}
      <p className="small soft measure">{t('set-up.preview.precision-words')}</p>
      <p className="small soft measure">
        {t(measure.released ? 'set-up.preview.spread-released' : 'set-up.preview.spread-assumed', spread)}
      </p>
    </>
  )
}
