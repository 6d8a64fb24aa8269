import { expect, test } from 'vitest'
import { joinedDraft, readNativeForm } from './native-form.ts'

/** What `querySelectorAll` would find. */
function page(...checked: { name: string; value: string }[]) {
  return { querySelectorAll: () => checked } as unknown as ParentNode
}

test('what was chosen before the script came is read with its place, and a statement left out on purpose too', () => {
  const form = page({ name: 'safety-1', value: '6' }, { name: 'safety-2', value: '' })
  expect(readNativeForm(form, '#statement-3')).toEqual({
    answers: { 'safety-1': 6, 'safety-2': null },
    at: 2,
  })
  expect(readNativeForm(page(), '#intro')).toEqual({ answers: {}, at: undefined })
})

test('what was chosen now goes before the draft of an earlier visit, and the rest of the draft stays', () => {
  const draft = { answers: { a: 1, b: 2 }, at: 4, shared: true }
  expect(joinedDraft(draft, { answers: { b: 7 }, at: undefined })).toEqual({
    answers: { a: 1, b: 7 },
    at: 4,
    shared: true,
  })
  expect(joinedDraft(draft, { answers: {}, at: undefined })).toBe(draft)
  expect(joinedDraft(undefined, { answers: {}, at: undefined })).toBeUndefined()
})
