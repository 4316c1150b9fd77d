import type { ViewerName } from '../pages/viewer.js'

/**
 * What a page may load: its own host's files, and pictures and their info.json of the institutions that lend what it
 * shows; style attributes carry only proportions.
 * @param hosts origins such as `https://images.example.org`
 * @param frames whose pages may show it in a frame
 */
export const pagePolicy = (hosts: readonly string[] = [], frames: "'self'" | '*' = "'self'"): string =>
  [
    "default-src 'self'",
    "style-src-attr 'unsafe-inline'",
    ['img-src', "'self'", 'data:', 'blob:', ...hosts].join(' '),
    ...(hosts.length > 0 ? [['connect-src', "'self'", ...hosts].join(' ')] : []),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frames}`,
  ].join('; ')

/** What a viewer may load: its own scripts, but manifests and pictures from wherever they are. */
const viewerPolicy = (scripts: string): string =>
  [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' https: http: data: blob:",
    "media-src 'self' https: http: blob:",
    "connect-src 'self' https: http: data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
  ].join('; ')

/** The Universal Viewer compiles the templates of its index of collections as it runs. */
export const viewerPolicies: Readonly<Record<ViewerName, string>> = {
  mirador: viewerPolicy("'self'"),
  universal: viewerPolicy("'self' 'unsafe-eval'"),
}
