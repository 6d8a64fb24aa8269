import type { OrganisationOverview, PlainFigures } from '@chorus/contracts/report-across-units'
import { useId } from 'react'
import { bandOf, showCount, showInterval, showMean } from '../../../lib/format/figures.ts'
import { directionOf } from '../../../lib/i18n/direction.ts'
import { localised } from '../../../lib/i18n/localised.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Card } from '../../../ui/card.tsx'
import { DotChart } from '../../../ui/chart/dot-chart.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Table } from '../../../ui/table.tsx'
import { figuresInWords } from '../figures-in-words.ts'
import { SavedFigure } from '../saved-figure.tsx'
import './overview.css'

type Cut = OrganisationOverview['cuts'][number]
type Scale = OrganisationOverview['scales'][number]

/** The whole organisation split by a roster attribute: a chart for each scale, and all figures as a table. */
export function CutsCard({ cut, overview }: { cut: Cut; overview: OrganisationOverview }) {
  const { t } = useTexts()
  const { scales } = overview
  const attribute = cut.attributes.join(' × ')
  const titleId = useId()
  const wave = overview.waves.at(-1)?.label ?? ''
  return (
    <Card labelledBy={titleId}>
      <h2 id={titleId}>{t('overview.cut', { attribute })}</h2>
      <p className="small soft measure">{t('overview.cut-words', { wave })}</p>
      <div className="cut-scales">
        {scales.map((scale, at) => (
          <CutChart
            key={scale.id}
            cut={cut}
            attribute={attribute}
            scale={scale}
            at={at}
            overview={overview}
          />
        ))}
      </div>
      <Disclosure summary={t('report.table')}>
        <CutTable cut={cut} attribute={attribute} scales={scales} />
      </Disclosure>
    </Card>
  )
}

/** @param at place of the scale among all */
function CutChart({
  cut: { categories },
  attribute,
  scale,
  at,
  overview: { waves, k },
}: {
  cut: Cut
  attribute: string
  scale: Scale
  at: number
  overview: OrganisationOverview
}) {
  const { t, locale } = useTexts()
  const categoryName = useCategoryName()
  const { min, max } = scale
  const name = localised(scale.name, locale).text
  const title = t('overview.cut-chart', { scale: name, attribute, min, max })
  const figuresAt = (index: number): PlainFigures => categories[index]?.cells[at] ?? { status: 'protected' }
  const describe = (index: number) =>
    figuresInWords(figuresAt(index), {
      place: categoryName(categories[index]?.values ?? []),
      scale: { name, min, max },
      k,
      t,
      locale,
    })
  return (
    <div className="stack stack-tight">
      <h3>{name}</h3>
      <SavedFigure
        source={{ of: t('across.organisation'), wave: waves.at(-1), k }}
        file={`organisation-${attribute}-${scale.id}`}
        title={title}
        describe={() => categories.map((_, index) => describe(index)).join(' ')}
      >
        <DotChart
          title={title}
          rows={categories.map(({ values }, index) => {
            const figures = figuresAt(index)
            return {
              id: values.join('\n'),
              label: categoryName(values),
              value:
                figures.status === 'published'
                  ? { band: bandOf(figures.mean), interval: figures.interval }
                  : null,
            }
          })}
          min={min}
          max={max}
          gapWord={t('report.protected')}
          describe={describe}
          walkLabel={t('overview.cut-walk', { attribute, scale: name })}
          direction={directionOf(locale)}
          chartKey={t('overview.dots-key')}
        />
      </SavedFigure>
    </div>
  )
}

function CutTable({ cut, attribute, scales }: { cut: Cut; attribute: string; scales: readonly Scale[] }) {
  const { t, locale } = useTexts()
  const categoryName = useCategoryName()
  return (
    <Table
      figures
      caption={t('overview.cut-caption', { attribute })}
      columns={[
        t('overview.category'),
        t('report.answers'),
        ...scales.map(({ name }) => localised(name, locale).text),
      ]}
    >
      {cut.categories.map(({ values, n, cells }) => (
        <tr key={values.join('\n')}>
          <th scope="row">
            <bdi>{categoryName(values)}</bdi>
          </th>
          <td>{n === null ? t('report.protected') : showCount(n, locale)}</td>
          {scales.map((scale, at) => {
            const figures = cells[at]
            return (
              <td key={scale.id}>
                {figures?.status === 'published'
                  ? `${showMean(figures.mean, scale, t, locale)}${figures.interval ? ` (${showInterval(figures.interval, locale)})` : ''}`
                  : t('report.protected')}
              </td>
            )
          })}
        </tr>
      ))}
    </Table>
  )
}

/** Categories are called as the organisation's own file calls them; only what was joined has a name of ours. */
function useCategoryName(): (values: readonly string[]) => string {
  const { t } = useTexts()
  return (values) => values.map((value) => (value === 'other' ? t('overview.cut-other') : value)).join(' · ')
}
