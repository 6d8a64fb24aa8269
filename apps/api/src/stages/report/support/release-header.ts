import { instrument } from '@chorus/contracts/instrument'
import { policyInput } from '@chorus/contracts/policy'
import type { ReleaseHeader } from '@chorus/db/stores/releases'

/** A questionnaire of one scale with these statements. */
export const asking = (...texts: string[]) =>
  instrument.parse({
    id: 'i',
    name: 'I',
    scales: [
      {
        id: 'safety',
        name: 'Safety',
        role: 'core',
        items: texts.map((en, i) => ({ id: `s${i}`, text: { en } })),
      },
    ],
  })

const units = [{ id: 'all', parent: null, name: 'All' }]

/** A release from before there were figures of the whole organisation. */
export function header(wave: string, asked: ReturnType<typeof asking>): ReleaseHeader {
  return {
    organisation: 'o',
    wave,
    programme: 'p',
    number: 1,
    source: 'own',
    label: wave,
    closedOn: '2026-01-01',
    instrument: asked,
    policy: policyInput.parse({}),
    units,
    summary: { n: 9, invited: null, responseRate: null, spread: {}, skipped: [], audit: null },
  }
}
