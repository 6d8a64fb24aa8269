import { expect, test } from 'vitest'
import { readQuiet } from './quiet-fields.tsx'

function form(entries: Record<string, string | string[]>): FormData {
  const given = new FormData()
  for (const [name, values] of Object.entries(entries))
    for (const value of [values].flat()) given.append(name, value)
  return given
}

test('hours count only while they are ticked; days are numbers', () => {
  const all = { zone: 'UTC', 'has-hours': 'on', from: '20:00', to: '07:00', days: ['6', '7'] }
  expect(readQuiet(form(all))).toEqual({
    zone: 'UTC',
    quiet: { hours: { from: '20:00', to: '07:00' }, days: [6, 7] },
  })
  expect(readQuiet(form({ zone: 'UTC' }))).toEqual({ zone: 'UTC', quiet: { hours: null, days: [] } })
})

test('hours without an end, and weeks without a day for mails, are faults with words of their own', () => {
  const same = { zone: 'UTC', 'has-hours': 'on', from: '20:00', to: '20:00' }
  expect(readQuiet(form(same))).toEqual({ fault: 'quiet.same-times' })
  expect(readQuiet(form({ zone: 'UTC', days: ['1', '2', '3', '4', '5', '6', '7'] }))).toEqual({
    fault: 'quiet.all-days',
  })
})
