import type { ClimateMap, ClimateZone, PlacedOnMap } from '@chorus/contracts/report'
import { middleOf, showInterval, showMean } from '../../lib/format/figures.ts'
import { localised } from '../../lib/i18n/localised.ts'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import type { Translate } from '../../lib/i18n/texts.ts'
import type { ZonePoint } from '../../ui/chart/zone-geometry.ts'

/** One place on the map of safety and standards: a wave of a unit, or a unit. */
type Place = { readonly safety: PlacedOnMap; readonly standards: PlacedOnMap; readonly zone: ClimateZone }
type Frame = Pick<ClimateMap, 'safety' | 'standards' | 'min' | 'max'>

export const zoneWords: Record<ClimateZone, MessageId> = {
  learning: 'report.zone.learning',
  comfort: 'report.zone.comfort',
  anxiety: 'report.zone.anxiety',
  apathy: 'report.zone.apathy',
  'near the line': 'report.zone.near',
}

/** Names of the four fields, as the map lays them out: standards across, safety up. */
export function fieldNames(t: Translate) {
  return {
    topLeft: t('report.zone.comfort'),
    topRight: t('report.zone.learning'),
    bottomLeft: t('report.zone.apathy'),
    bottomRight: t('report.zone.anxiety'),
  }
}

export function zonePoint(label: string, { safety, standards }: Place): ZonePoint {
  return {
    label,
    x: { middle: middleOf(standards.mean), interval: standards.interval },
    y: { middle: middleOf(safety.mean), interval: safety.interval },
  }
}

/** "5.5 (5.1–5.9)" */
export function placedInBrackets(
  { mean, interval }: PlacedOnMap,
  frame: Frame,
  t: Translate,
  locale: string,
): string {
  return `${showMean(mean, frame, t, locale)} (${showInterval(interval, locale)})`
}

/** A place in a sentence: its name, its field, and where it stands on both scales. */
export function placeInWords(
  name: string,
  { safety, standards, zone }: Place,
  frame: Frame,
  t: Translate,
  locale: string,
): string {
  return t('across.map-point', {
    place: name,
    zone: t(zoneWords[zone]),
    safety: localised(frame.safety, locale).text,
    safetyAt: placedInBrackets(safety, frame, t, locale),
    standards: localised(frame.standards, locale).text,
    standardsAt: placedInBrackets(standards, frame, t, locale),
  })
}
