import type { Page } from 'playwright-core'

/**
 * Answers nothing, up to the end of the first scale, and opens its comment.
 * @param answerPage its address
 * @returns the field, and the number of the statement that it stands below
 */
export async function atFirstComment(page: Page, answerPage: string) {
  await page.goto(answerPage)
  await page.getByRole('button', { name: 'Begin' }).click()
  const current = page.locator('.is-current')
  const room = current.getByText('Add a comment')
  let last = 1
  while (!(await room.isVisible())) {
    await current.getByRole('button', { name: 'Leave out' }).click()
    last++
    await current.getByText(`Statement ${last} of`).waitFor()
  }
  await room.click()
  return { field: current.getByLabel('Your comment'), last }
}

/** Goes on from a statement that is answered, and leaves out all others. */
export async function answerTheRest(page: Page): Promise<void> {
  await page.locator('.is-current').getByRole('button', { name: 'Next' }).click()
  await leaveOutTheRest(page)
}

export async function leaveOutTheRest(page: Page): Promise<void> {
  while ((await page.getByRole('heading', { name: 'One look back, then send' }).count()) === 0) {
    await page.locator('.is-current').getByRole('button', { name: 'Leave out' }).click()
    await page.waitForTimeout(50)
  }
}
