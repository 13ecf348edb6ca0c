const halfADay = 12 * 3600

/**
 * Asks the consumer of the queue to look soon. When that fails nothing is lost: the hourly job looks anyway.
 * A delay is in seconds, half a day at most.
 */
export async function wake<Message>(queue: Queue<Message>, message: Message, delay = 0): Promise<void> {
  try {
    await queue.send(message, { delaySeconds: Math.min(Math.max(0, Math.ceil(delay)), halfADay) })
  } catch (error) {
    console.error('The queue could not be reached; the hourly job will look', error)
  }
}
