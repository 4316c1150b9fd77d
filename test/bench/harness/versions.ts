import { cpus } from 'node:os'
import sharp from 'sharp'
import { findProgram, run } from './processes.js'
import type { Stage } from './stage.js'

/** Machine and versions, in one sentence. */
export async function versions({ found, load, cores }: Stage): Promise<string> {
  const parts = [
    `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`,
    cores.server === undefined
      ? 'server and load on any core'
      : `server on core ${cores.server}, load on ${cores.load}`,
    `Node ${process.version}`,
    `sharp ${sharp.versions.sharp} with libvips ${sharp.versions.vips}`,
    found.nginx ? await told('nginx -v 2>&1', /nginx\/[\d.]+/) : 'no nginx',
    found.iipsrv ? `iipsrv ${await told('dpkg-query -W iipimage-server', /\S+$/)}` : 'no iipsrv',
    found.vips ? await told('vips --version', /vips[- ][\d.]+/) : 'no vips',
    `load by ${load.name}${findProgram('wrk') ? ` ${await told('wrk -v 2>&1 || true', /[\d.]{3,}/)}` : ''}`,
  ]
  return `${parts.join('; ')}.`
}

async function told(command: string, pattern: RegExp): Promise<string> {
  const text = await run(['/bin/sh', '-c', command]).catch(() => '')
  return pattern.exec(text.trim())?.[0] ?? 'of unknown version'
}
