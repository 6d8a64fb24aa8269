import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addToMoments, noMoments, type Sample, sampleOf } from './moments.ts'
import { momentVariances, remlVariances } from './variance-components.ts'

const team = (values: readonly number[]): Sample[] => {
  const sample = sampleOf(values.reduce(addToMoments, noMoments))
  return sample ? [sample] : []
}

test('one team cannot differ from others, and teams of one answer have no spread within', () => {
  for (const variances of [momentVariances, remlVariances]) {
    expect(variances([])).toEqual({ ok: false, error: { code: 'too-few-groups' } })
    expect(variances(team([4, 5]))).toEqual({ ok: false, error: { code: 'too-few-groups' } })
    expect(variances([...team([4]), ...team([5])])).toEqual({ ok: false, error: { code: 'too-few-answers' } })
  }
})

test('where everybody says the same there are no differences to divide', () => {
  for (const variances of [momentVariances, remlVariances])
    expect(variances([...team([4, 4]), ...team([4, 4])])).toEqual({ ok: false, error: { code: 'no-spread' } })
})

test('teams that are more alike than chance would make them do not differ', () => {
  const teams = [...team([1, 7]), ...team([1, 7]), ...team([2, 6])]
  for (const variances of [momentVariances, remlVariances]) {
    const found = variances(teams)
    expect(found.ok && found.value.between).toBe(0)
  }
})

test('with nothing within, all of the spread is between', () => {
  const teams = [...team([2, 2]), ...team([4, 4])]
  for (const variances of [momentVariances, remlVariances])
    expect(variances(teams)).toEqual({ ok: true, value: { between: 2, within: 0 } })
})

test('for teams of the same size, likelihood and moments agree', () => {
  const answers = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(answers, { minLength: 3, maxLength: 8 }), (all) => {
      const teams = all.flatMap(team)
      const [moments, reml] = [momentVariances(teams), remlVariances(teams)]
      expect(reml.ok).toBe(moments.ok)
      if (!moments.ok || !reml.ok) return
      // Where teams do not differ, likelihood also takes what lies between them for spread within.
      if (moments.value.between === 0) return void expect(reml.value.between).toBeLessThan(1e-6)
      expect(reml.value.between).toBeCloseTo(moments.value.between, 7)
      expect(reml.value.within).toBeCloseTo(moments.value.within, 7)
    }),
  )
})
