import fc from 'fast-check'

/** Properties are tried on the same examples each time, so that a run can be repeated; `SEED=7 npm test` tries others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) })

export { fc }
