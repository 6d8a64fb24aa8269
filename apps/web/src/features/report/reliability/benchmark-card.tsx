import type { Benchmark } from '@chorus/contracts/benchmark'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { showShare } from '../../../lib/format/figures.ts'
import { localised } from '../../../lib/i18n/localised.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Table } from '../../../ui/table.tsx'
import { benchmarkQuery } from '../api/benchmark.ts'

/** Another survey beside the own shares, for whoever asks for it: off at first, because it is easily taken for a norm. */
export function BenchmarkCard() {
  const { t } = useTexts()
  const id = useId()
  const [shown, setShown] = useState(false)
  return (
    <Card labelledBy={id}>
      <h3 id={id}>{t('benchmark.title')}</h3>
      <p className="measure">{t('benchmark.lead')}</p>
      <div>
        <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'benchmark.hide' : 'benchmark.show')}
        </Button>
      </div>
      {shown && <Comparison />}
    </Card>
  )
}

function Comparison() {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(benchmarkQuery)}>
      {(benchmark) =>
        benchmark.rows.length === 0 ? (
          <p className="soft">{t('benchmark.nothing')}</p>
        ) : (
          <Shares benchmark={benchmark} />
        )
      }
    </Loaded>
  )
}

function Shares({ benchmark: { source, rows } }: { benchmark: Benchmark }) {
  const { t, locale } = useTexts()
  return (
    <>
      <ul className="reliability-says">
        <li>{t('benchmark.wording')}</li>
        <li>{t('benchmark.format')}</li>
        <li>{t('benchmark.who', { year: String(source.year) })}</li>
      </ul>
      <Table
        caption={t('benchmark.caption')}
        columns={[t('benchmark.ours'), t('benchmark.here'), t('benchmark.there'), t('benchmark.theirs')]}
      >
        {rows.map(({ item, text, wave, favourable, question, median }) => {
          const { text: statement, ...language } = localised(text, locale)
          return (
            <tr key={item}>
              <th scope="row" className="reliability-what">
                <span {...language}>{statement}</span>
                <span className="small soft">
                  <bdi>{wave}</bdi>
                </span>
              </th>
              <td>{showShare(favourable, t, locale)}</td>
              <td>{showShare(median, t, locale)}</td>
              <td className="benchmark-question">{t(`benchmark.question.${question}`)}</td>
            </tr>
          )
        })}
      </Table>
      <p className="small soft" lang="en" dir="ltr">
        {source.attribution}
      </p>
    </>
  )
}
