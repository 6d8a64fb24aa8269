import type {
  AbsentFigure,
  ScaleStatistics,
  TeamDifferences,
  TeamsAgreement,
} from '@chorus/contracts/organisation-statistics'
import type { Band } from '@chorus/contracts/publish'
import type { OrganisationReport } from '@chorus/contracts/report'
import type { MessageId } from '../../../lib/i18n/message-id.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Table } from '../../../ui/table.tsx'
import { showTwo } from './in-words.ts'

type Row = {
  readonly name: MessageId
  readonly says: MessageId
  readonly figure: { readonly value: number; readonly interval?: Band | null } | AbsentFigure
}

/** Every figure of one scale with its interval and what it says, or why it is absent. */
export function FiguresTable({
  name,
  scale,
  needs,
}: {
  name: string
  scale: ScaleStatistics
  needs: OrganisationReport['needs']
}) {
  const { t, locale } = useTexts()
  return (
    <Table
      caption={t('reliability.table-caption', { scale: name })}
      columns={[t('reliability.figure'), t('reliability.value'), t('reliability.interval')]}
    >
      {rowsOf(scale).map(({ name: row, says, figure }) => (
        <tr key={row}>
          <th scope="row" className="reliability-what">
            {t(row)}
            <span className="small soft">{t(says)}</span>
          </th>
          {'absent' in figure ? (
            <td colSpan={2}>{t(`reliability.why.${figure.absent}`, needs)}</td>
          ) : (
            <>
              <td>{showTwo(figure.value, locale)}</td>
              <td className="reliability-interval">{intervalOf(figure.interval, locale)}</td>
            </>
          )}
        </tr>
      ))}
    </Table>
  )
}

function intervalOf(interval: Band | null | undefined, locale: string): string {
  return interval ? `${showTwo(interval.lo, locale)} – ${showTwo(interval.hi, locale)}` : '–'
}

function rowsOf({ alpha, omega, teams, agreement }: ScaleStatistics): Row[] {
  const ofTeams = (pick: (found: TeamDifferences) => Row['figure']) =>
    'absent' in teams ? teams : pick(teams)
  const ofAgreement = (pick: (found: TeamsAgreement) => Row['figure']) =>
    'absent' in agreement ? agreement : pick(agreement)
  return [
    { name: 'reliability.alpha', says: 'reliability.alpha-says', figure: alpha },
    { name: 'reliability.omega', says: 'reliability.omega-says', figure: omega },
    {
      name: 'reliability.icc1',
      says: 'reliability.icc1-says',
      figure: ofTeams(({ icc1 }) => icc1),
    },
    {
      name: 'reliability.icc2',
      says: 'reliability.icc2-says',
      figure: ofTeams(({ icc2 }) => icc2),
    },
    {
      name: 'reliability.f',
      says: 'reliability.f-says',
      figure: ofTeams(({ f }) => ({ value: f })),
    },
    {
      name: 'reliability.design',
      says: 'reliability.design-says',
      figure: ofTeams(({ designEffect }) => ({ value: designEffect })),
    },
    {
      name: 'reliability.uniform',
      says: 'reliability.uniform-says',
      figure: ofAgreement(({ uniform }) => ({ value: uniform })),
    },
    {
      name: 'reliability.skew',
      says: 'reliability.skew-says',
      figure: ofAgreement(({ slightSkew }) => slightSkew),
    },
  ]
}
