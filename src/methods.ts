import type { Context, Hono } from 'hono'
import type { AppEnv } from './env.ts'

/** Whether a path is served, but not by the method it was asked with. */
export function isServedOtherwise(app: Hono<AppEnv>, c: Context<AppEnv>): boolean {
  const methods = app.routes
    .filter((route) => route.method !== 'ALL' && asPattern(route.path).test(c.req.path))
    .map((route) => route.method)
  const asked = c.req.method === 'HEAD' ? 'GET' : c.req.method
  return methods.length > 0 && !methods.includes(asked)
}

function asPattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`)
}
