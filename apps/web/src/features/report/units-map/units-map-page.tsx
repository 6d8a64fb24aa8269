import type { UnitsMap } from '@chorus/contracts/report-across-units'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { showDay } from '../../../lib/format/dates.ts'
import { middleOf, showNumber } from '../../../lib/format/figures.ts'
import { groupName } from '../../../lib/i18n/group-name.ts'
import { localised } from '../../../lib/i18n/localised.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Card } from '../../../ui/card.tsx'
import { ZoneMap } from '../../../ui/chart/zone-map.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { PageTitle } from '../../../ui/page-title.tsx'
import { Table } from '../../../ui/table.tsx'
import { unitsMapQuery } from '../api/units-map.ts'
import { fieldNames, placedInBrackets, placeInWords, zonePoint, zoneWords } from '../place-on-map.ts'
import { ReportNav } from '../report-nav.tsx'
import { SavedFigure } from '../saved-figure.tsx'
import { WhyProtected } from '../why-protected.tsx'

type Map = NonNullable<UnitsMap['map']>

/** Of units at one place so many are named at most; the table names all. */
const namedTogether = 6

/** Safety beside standards in all units that the reader may see: where each stands, as far as that can be told. */
export function UnitsMapPage({ seesWhole }: { seesWhole: boolean }) {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(unitsMapQuery)} title={t('across.map-title')}>
      {({ map }) => (
        <div className="stack stack-wide">
          <div className="stack">
            <ReportNav here="map" seesWhole={seesWhole} />
            <PageTitle title={t('across.map-title')} />
            {map && <Lead map={map} />}
          </div>
          {map ? (
            <>
              <MapCard map={map} />
              <WhyProtected k={map.k} />
            </>
          ) : (
            <Card as="div">
              <p>{t('across.map-none')}</p>
            </Card>
          )}
        </div>
      )}
    </Loaded>
  )
}

function Lead({ map: { wave, cut } }: { map: Map }) {
  const { t, locale } = useTexts()
  return (
    <>
      <p className="soft">{t('across.map-lead', { wave: wave.label, day: showDay(wave.closed, locale) })}</p>
      <p className="small soft">{t('report.map-cut', { cut: showNumber(cut, locale) })}</p>
    </>
  )
}

function MapCard({ map }: { map: Map }) {
  const { t, locale } = useTexts()
  const axes = { x: localised(map.standards, locale).text, y: localised(map.safety, locale).text }
  const placed = map.units.flatMap(({ unit, place }) =>
    place ? [{ name: groupName(unit.name, t), place }] : [],
  )
  const title = t('across.map-picture', axes)
  const inWords = ({ name, place }: (typeof placed)[number]) => placeInWords(name, place, map, t, locale)
  return (
    <Card as="div">
      {placed.length > 0 && (
        <SavedFigure
          source={{ of: t('across.map-title'), wave: map.wave, k: map.k }}
          file="units-map"
          title={title}
          describe={() => placed.map(inWords).join(' ')}
        >
          <ZoneMap
            kind="places"
            title={title}
            points={placed.map(({ name, place }) => zonePoint(name, place))}
            axes={axes}
            fields={fieldNames(t)}
            describe={(index) => {
              const chosen = placed[index]
              if (!chosen) return ''
              const words = inWords(chosen)
              const others = placed.filter((one) => one !== chosen && samePlace(one.place, chosen.place))
              if (others.length === 0) return words
              const named = others.slice(0, namedTogether).map(({ name }) => name)
              const places = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
                others.length > namedTogether ? [...named, '…'] : named,
              )
              return `${words} ${t('across.map-also', { places })}`
            }}
            walkLabel={t('across.map-walk-units')}
            chartKey={t('across.map-key')}
            min={map.min}
            max={map.max}
            cut={map.cut}
          />
        </SavedFigure>
      )}
      <Disclosure summary={t('report.table')}>
        <Table
          figures
          caption={t('across.map-caption')}
          columns={[t('heatmap.unit'), axes.y, axes.x, t('report.map-zone')]}
        >
          {map.units.map(({ unit, place }) => (
            <tr key={unit.id}>
              <th scope="row">
                <Link to="/reports/$unit" params={{ unit: unit.id }}>
                  {groupName(unit.name, t)}
                </Link>
              </th>
              {place ? (
                <>
                  <td>{placedInBrackets(place.safety, map, t, locale)}</td>
                  <td>{placedInBrackets(place.standards, map, t, locale)}</td>
                  <td>{t(zoneWords[place.zone])}</td>
                </>
              ) : (
                <td colSpan={3} className="soft">
                  {t('report.protected')}
                </td>
              )}
            </tr>
          ))}
        </Table>
      </Disclosure>
    </Card>
  )
}

type Place = NonNullable<Map['units'][number]['place']>

/** Means in steps often coincide: their points lie on each other. */
function samePlace(one: Place, other: Place): boolean {
  return (
    middleOf(one.safety.mean) === middleOf(other.safety.mean) &&
    middleOf(one.standards.mean) === middleOf(other.standards.mean)
  )
}
