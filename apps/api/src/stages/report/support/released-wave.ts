import { policyInput } from '@chorus/contracts/policy'
import type { Cell, MeasureFigures } from '@chorus/contracts/publish'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import { defaultInstrument } from '@chorus/instruments/default-instrument'

export const measure = { type: 'scale', id: 'psychological-safety', min: 1, max: 7 } as const

export function releasedHeader(wave: string): ReleaseHeader {
  return {
    organisation: 'organisation',
    wave,
    programme: 'programme',
    number: 1,
    source: 'own',
    label: wave,
    closedOn: '2026-01-01',
    instrument: defaultInstrument,
    policy: policyInput.parse({}),
    units: [],
    summary: { n: 500, invited: null, responseRate: null, spread: {}, skipped: [], audit: null },
  }
}

/** A cell in which only this scale was published. */
export function releasedCell(
  figures: Pick<MeasureFigures, 'n' | 'mean'> & Partial<MeasureFigures>,
  id: string = measure.id,
): Cell {
  const nothing = { sd: null, interval: null, intervalOfInvited: null, favourable: null, answers: null }
  const empty = { ...nothing, favourableInterval: null, agreement: null, change: null }
  return {
    unit: 'team',
    cut: {},
    status: 'published',
    reason: null,
    n: figures.n,
    invited: null,
    responseRate: null,
    measures: [{ type: 'scale', status: 'published', ...empty, ...figures, id }],
  }
}
