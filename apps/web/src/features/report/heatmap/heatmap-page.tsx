import type { Heatmap, HeatmapOrder } from '@chorus/contracts/report-across-units'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { showDay } from '../../../lib/format/dates.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { PageTitle } from '../../../ui/page-title.tsx'
import { heatmapQuery } from '../api/heatmap.ts'
import { JudgedAcross } from '../judged-across.tsx'
import { ReportNav } from '../report-nav.tsx'
import { WhyProtected } from '../why-protected.tsx'
import { WhySteps } from '../why-steps.tsx'
import { HeatKey } from './heat-key.tsx'
import { HeatTable } from './heat-table.tsx'
import '../../../ui/select.css'
import './heatmap.css'

/** All units that the reader may see against the scales of the newest wave. */
export function HeatmapPage({ seesWhole }: { seesWhole: boolean }) {
  const { t } = useTexts()
  const [order, setOrder] = useState<HeatmapOrder>('name')
  const [page, setPage] = useState(0)
  const query = useQuery(heatmapQuery(order, page))
  return (
    <Loaded query={query} title={t('heatmap.title')}>
      {(heatmap) => (
        <div className="stack stack-wide heatmap-page">
          <Head heatmap={heatmap} seesWhole={seesWhole} />
          {heatmap.units === 0 ? (
            <p>{t('heatmap.nothing')}</p>
          ) : (
            <div className="stack">
              <OrderChoice
                order={order}
                onChoose={(chosen) => {
                  setOrder(chosen)
                  setPage(0)
                }}
              />
              <HeatTable key={`${heatmap.order} ${heatmap.page}`} heatmap={heatmap} />
              <Pages heatmap={heatmap} onTurn={setPage} />
              <HeatKey scales={heatmap.scales} />
            </div>
          )}
          <div className="stack">
            <JudgedAcross comparisons={heatmap.comparisons} />
            <WhySteps />
            <WhyProtected k={heatmap.k} />
          </div>
        </div>
      )}
    </Loaded>
  )
}

function Head({ heatmap: { wave }, seesWhole }: { heatmap: Heatmap; seesWhole: boolean }) {
  const { t, locale } = useTexts()
  return (
    <div className="stack">
      <ReportNav here="heatmap" seesWhole={seesWhole} />
      <PageTitle title={t('heatmap.title')} />
      <p className="soft">{t('heatmap.lead', { wave: wave.label, day: showDay(wave.closed, locale) })}</p>
    </div>
  )
}

const orders: readonly HeatmapOrder[] = ['name', 'certainty']

function OrderChoice({ order, onChoose }: { order: HeatmapOrder; onChoose: (order: HeatmapOrder) => void }) {
  const { t } = useTexts()
  const id = useId()
  return (
    <div className="heatmap-order">
      <label htmlFor={id}>{t('heatmap.order')}</label>
      <select
        id={id}
        className="select"
        value={order}
        onChange={({ currentTarget: { value } }) => {
          const chosen = orders.find((one) => one === value)
          if (chosen) onChoose(chosen)
        }}
      >
        {orders.map((one) => (
          <option key={one} value={one}>
            {t(`heatmap.order.${one}`)}
          </option>
        ))}
      </select>
      <p className="small soft">{t('heatmap.order-words')}</p>
    </div>
  )
}

function Pages({
  heatmap: { units, page, pageSize },
  onTurn,
}: {
  heatmap: Heatmap
  onTurn: (page: number) => void
}) {
  const { t } = useTexts()
  if (units <= pageSize) return null
  const first = page * pageSize
  const last = Math.min(units, first + pageSize)
  return (
    <div className="row heatmap-pages">
      <Button look="quiet" disabled={page === 0} onClick={() => onTurn(page - 1)}>
        {t('heatmap.previous')}
      </Button>
      <p className="small" role="status">
        {t('heatmap.page', { from: first + 1, to: last, all: units })}
      </p>
      <Button look="quiet" disabled={last === units} onClick={() => onTurn(page + 1)}>
        {t('heatmap.next')}
      </Button>
    </div>
  )
}
