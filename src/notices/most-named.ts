/** How many cases a mail or a page names, the most urgent; it says how many there are. */
export const mostNamed = 10
