import type { Differences, ImportPreview, ImportState } from '@chorus/contracts/organisation-import'
import type { ImportUnits, UnitChanges } from '@chorus/contracts/unit-changes'
import type { Page } from 'playwright-core'

const id = '00000000-0000-4000-8000-000000000001'
const old = { id: 'data-old', name: 'Data and Reporting' }
const units = [old, { id: 'data', name: 'Data' }, { id: 'platform', name: 'Platform' }]

const waits: ImportState = {
  pending: {
    id,
    units: false,
    columns: [
      { header: 'Personalnummer', meaning: 'person_id', because: 'name', examples: ['1001', '1002'] },
      { header: 'Abteilung', meaning: 'unit_id', because: 'remembered', examples: ['Data', 'Platform'] },
    ],
  },
  undo: null,
}
const undoable: ImportState = { pending: null, undo: { until: '2026-11-28T09:00:00.000Z' } }

const preview: ImportPreview = {
  you: 'kept',
  fingerprint: 'of a test',
  units: 12,
  people: 240,
  counts: {
    joined: 0,
    returned: 0,
    left: 1,
    moved: 0,
    renamed: 0,
    address: 0,
    role: 0,
    leads: 0,
    other: 0,
    'unit-new': 0,
    'unit-vanished': 0,
    'unit-renamed': 0,
    'unit-moved': 0,
  },
  stop: {
    number: 62,
    inAll: 2,
    reasons: [
      { code: 'many-leave', number: 62, of: 302, unit: null },
      { code: 'last-hr', number: 1, of: 1, unit: null },
    ],
  },
  tooSmall: { inAll: 1, units: [{ unit: 'Data', programme: 'Pulse', k: 5, before: 9, after: 4 }] },
  history: [
    { kind: 'merged', from: [old, { id: 'data', name: 'Data' }], to: [{ id: 'data', name: 'Data' }] },
  ],
}
const differences: Differences = {
  inAll: 1,
  pageSize: 50,
  rows: [{ id: '1001', name: 'Somebody Else', before: 'Data', after: null }],
}
const changes: UnitChanges = {
  changes: [{ id, day: '2026-05-04', kind: 'merged', from: units.slice(0, 2), to: units.slice(1, 2) }],
  units: units.map((unit) => ({ ...unit, today: unit !== old })),
}
const pickable: ImportUnits = { before: units, after: units.slice(1) }

/** An organisation whose import stands where a test wants it: sights that run beside each other would take each other's uploads away. */
async function openOrganisation(page: Page, address: string, state: ImportState): Promise<void> {
  const answers: Record<string, unknown> = {
    '/api/organisation/import': state,
    [`/api/organisation/import/${id}/preview`]: preview,
    [`/api/organisation/import/${id}/differences`]: differences,
    [`/api/organisation/import/${id}/units`]: pickable,
    '/api/organisation/unit-changes': changes,
  }
  await page.route('**/api/organisation/**', (route) => {
    const json = answers[new URL(route.request().url()).pathname]
    return json === undefined ? route.continue() : route.fulfill({ json })
  })
  await page.goto(`${address}/organisation`)
}

/** The preview of an import that asks, and one of its proposals being said otherwise. */
export async function openPreview(page: Page, address: string): Promise<void> {
  await openOrganisation(page, address, waits)
  await page.locator('.import-buttons .button-main').click()
  await page.locator('.import-proposal .button').click()
  await page.locator('.import-waiting select').first().waitFor()
}

/** An import that can be undone, and a change of units being noted. */
export async function openUnitChanges(page: Page, address: string): Promise<void> {
  await openOrganisation(page, address, undoable)
  await page.locator('section:has(#import-title) .import-buttons .button').click()
  await page.locator('section:has(#unit-changes) > div > .button').click()
  await page.locator('section:has(#unit-changes) input[type="date"]').waitFor()
}
