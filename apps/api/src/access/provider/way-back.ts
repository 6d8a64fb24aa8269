/**
 * Where to go after signing in, within the app. Anything that a browser could read as another site, `//elsewhere` or `/\elsewhere`,
 * or that is longer than any page's address, leads to the start page.
 */
export function wayBack(to: string | undefined): string {
  return to !== undefined &&
    to.length <= 200 &&
    /^\/(?:[A-Za-z0-9_-][A-Za-z0-9/_-]*)?$/.test(to) &&
    !to.includes('//')
    ? to
    : '/'
}
