import type { Plugin } from 'vite'

/**
 * Names the files that a page's script begins with in the page, so that the browser asks for all of them at once. Without urgency:
 * what can be seen and touched first needs the style alone. It stands in for Vite's own preloading, which brings code with it.
 */
export function preloadImports(environments: readonly string[]): Plugin {
  return {
    name: 'chorus-preload-imports',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => environments.includes(name),
    load: {
      filter: { id: /vite\/preload-helper\.js$/ },
      handler: () => 'export const __vitePreload = (load) => load()',
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { chunk }) => ({
        html: html.replace('<script type="module"', '<script type="module" fetchpriority="low"'),
        tags: (chunk?.imports ?? []).map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', fetchpriority: 'low', crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        })),
      }),
    },
  }
}
