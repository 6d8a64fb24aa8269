import type { Plugin } from 'vite'

/**
 * Builds the survey pages with Preact in the place of React: the same components, a tenth of the size. The app keeps React,
 * and so does the development server, which serves one kind to all entries.
 */
export function preactInSurvey(environments: readonly string[]): Plugin {
  return {
    name: 'chorus-preact-in-survey',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => environments.includes(name),
    resolveId(source, importer) {
      const instead = substitutes[source]
      return instead ? this.resolve(instead, importer, { skipSelf: true }) : null
    },
  }
}

const substitutes: Readonly<Record<string, string>> = {
  react: 'preact/compat',
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react-dom/server': 'preact-render-to-string',
}
