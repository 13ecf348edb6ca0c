/** An address of this service as it stands in a mail; null while the service does not know its own. */
export function absolute(service: string, path: string): string | null {
  return URL.canParse(path, service) ? new URL(path, service).href : null
}
