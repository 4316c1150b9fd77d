import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answering, type Core, freePort, type Running, start } from './processes.js'

/** `pids` of all that it takes, children apart. */
export type Server = Readonly<{ base: string; pids: readonly number[]; stop(): Promise<void> }>

type Place = Readonly<{ directory: string; core: Core }>

/** The program as it is installed, its settings left alone. */
export async function startBeffroi({ directory, core }: Place, data: string): Promise<Server & { pid: number }> {
  const port = await freePort()
  const program = join(process.cwd(), 'dist/src/main.js')
  const words = [process.execPath, program, 'serve', '--data', data, '--port', String(port), '--log-level', 'error']
  const running = start(words, { core, log: join(directory, 'beffroi.log') })
  const base = `http://127.0.0.1:${port}`
  await ready(running, `${base}/readyz`)
  return { base, pids: [running.pid], stop: running.stop, pid: running.pid }
}

/** nginx with one worker over a folder of files, and with iipsrv behind `/iiif` where `fcgi` says where that listens. */
export async function startNginx({ directory, core }: Place, files: string, fcgi?: string): Promise<Server> {
  const prefix = join(directory, `nginx-${fcgi ? 'iipsrv' : 'files'}`)
  await mkdir(prefix, { recursive: true })
  await mkdir(files, { recursive: true })
  await writeFile(join(files, 'ready'), 'ready')
  const port = await freePort()
  const configuration = join(prefix, 'nginx.conf')
  await writeFile(configuration, nginxConfiguration(prefix, port, files, fcgi))
  const words = ['nginx', '-p', prefix, '-c', configuration, '-e', join(prefix, 'error.log')]
  const running = start(words, { core, log: join(prefix, 'output.log') })
  const base = `http://127.0.0.1:${port}`
  await ready(running, `${base}/ready`)
  return { base, pids: [running.pid], stop: running.stop }
}

/** iipsrv as it comes, one process, behind nginx on the same core: neither speaks HTTP to the world alone. */
export async function startIipsrv({ directory, core }: Place, program: string, pictures: string): Promise<Server> {
  const fcgi = `127.0.0.1:${await freePort()}`
  const environment = { FILESYSTEM_PREFIX: `${pictures}/`, LOGFILE: join(directory, 'iipsrv.log'), VERBOSITY: '1' }
  const running = start([program, '--bind', fcgi], { core, log: join(directory, 'iipsrv-output.log'), environment })
  const nginx = await startNginx({ directory, core }, join(directory, 'iipsrv-files'), fcgi)
  return {
    base: nginx.base,
    pids: [...nginx.pids, running.pid],
    async stop() {
      await nginx.stop()
      await running.stop()
    },
  }
}

async function ready(running: Running, url: string): Promise<void> {
  try {
    await answering(url)
  } catch (error) {
    await running.stop()
    throw error
  }
}

const nginxConfiguration = (prefix: string, port: number, files: string, fcgi: string | undefined): string => `
daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${prefix}/nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000;
  open_file_cache max=10000 inactive=60s;
  gzip_static on;
  types { image/jpeg jpg; application/json json; }
  default_type application/octet-stream;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(kind => `${kind}_temp_path ${prefix}/${kind};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    root ${files};
${fcgi ? iipsrvLocation(fcgi) : ''}  }
}
`

const iipsrvLocation = (fcgi: string): string => `    location = /iiif {
      fastcgi_pass ${fcgi};
      fastcgi_param QUERY_STRING $query_string;
      fastcgi_param REQUEST_METHOD $request_method;
      fastcgi_param REQUEST_URI $request_uri;
      fastcgi_param SERVER_PROTOCOL $server_protocol;
      fastcgi_param HTTP_HOST $http_host;
    }
`
