import { locales } from '@chorus/contracts/locale'
import { expect, test } from 'vitest'
import { whatChanged } from './what-changed.tsx'

const policy = { k: 5, commentK: 10, cutK: 10, cuts: [], crossings: [], comments: true }

test('where the rules stayed, nothing is told', async () => {
  expect(await whatChanged({ policy })).toBe('')
})

test('what changed is told in words, in every language', async () => {
  const told = await whatChanged({ policy: { ...policy, commentK: 12 }, policyBefore: policy })
  for (const locale of locales) expect(told).toContain(`lang="${locale}"`)
  expect(told).toContain('Comments are shown from 12 answers on, before from 10.')
  expect(told).toContain('Kommentare werden ab 12 Antworten gezeigt, bisher ab 10.')
})

test('who gets reminders, and that other statements are asked, is told too', async () => {
  const after = { ...policy, reminders: 'not-collected' as const }
  const told = await whatChanged({ policy: after, policyBefore: policy, statementsChanged: true })
  expect(told).toContain('Reminders go only to people whose ballot is not collected.')
  expect(told).toContain('Other statements are asked than last time.')
  const back = await whatChanged({ policy, policyBefore: after })
  expect(back).toContain('Erinnerungen gehen wieder an alle, im selben Wortlaut.')
  expect(back).not.toContain('Other statements')
  expect(await whatChanged({ policy, statementsChanged: true })).toContain('From this pulse on')
})

test('the name of a cut cannot become part of the page', async () => {
  const after = { ...policy, cuts: ['<script>alert(1)</script>'] }
  expect(await whatChanged({ policy: after, policyBefore: policy })).not.toContain('<script>')
})
